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

export const vroom = `{
  "vehicles": [
    {"id": 3, "start_index": 0, "end_index": 2, "capacity": [4, 9], "skills": [7], "time_window": [0, 9000],
     "breaks": [{"id": 1, "service": 30, "time_windows": [[300, 400]]}], "costs": {"fixed": 50}, "max_tasks": 5,
     "kuashan": {"days": ["1-2"], "nights": {"at": [0], "cost": 3, "mostInRow": 1}}}
  ],
  "jobs": [
    {"id": 1, "location_index": 1, "setup": 5, "service": 60, "delivery": [1, 2], "time_windows": [[0, 99], [200, 900]]},
    {"id": 2, "location_index": 1, "setup": 5, "kuashan": {"spacing": {"visits": 2, "minGap": 1, "maxGap": 2}}}
  ],
  "shipments": [
    {"pickup": {"id": 1, "location_index": 0}, "delivery": {"id": 1, "location_index": 2}, "amount": [1, 1], "priority": 9}
  ],
  "matrices": {"car": {"durations": [[0, 7, 8], [7, 0, 9], [8, 9, 0]]}},
  "kuashan": {"days": 2, "dates": ["2027-03-01", "2027-03-03"], "places": [{"location_index": 2}]}
}
`

export const sampleFiles = [periodic, depots, solomon, vrplib, toptw, vroom]
