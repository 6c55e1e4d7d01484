/** One small file of each format, by hand. */
export const periodic = `1 2 2 3
0 10
40 10
0 10
0 0 0 0 0 0 0
1 3 4 5 2 2 2 5 3
2 6 8 0 4 1 3 4 2 1
`
export const depots = `2 2 1 2
0 8
50 8
1 1 1 2 3 1 1 1
2 0 0 0 0 0 0
3 9 9 0 0 0 0
`
export const solomon = `TINY

VEHICLE
NUMBER     CAPACITY
  3         20

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0         0          0          0       100          0
    1      3         4         10         10        40          5
`
export const vrplib = `NAME : tiny
TYPE : CVRP
DIMENSION : 3
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY : 9
NODE_COORD_SECTION
1 0 0
2 3 4
3 6 8
DEMAND_SECTION
1 0
2 5
3 6
DEPOT_SECTION
 1
 -1
EOF
`
export const toptw = `1 1 1 1
0 100
 0 0 0 0 0 0 0 0 100
 1 3 4 5 20 1 1 1 10 60
`

export const sampleFiles = [periodic, depots, solomon, vrplib, toptw]
