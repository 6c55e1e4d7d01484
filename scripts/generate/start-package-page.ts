import { tablesPage } from '@kuashan/core/plan/template/template-readme.ts'

const zh = `# 起步包：一小时内让另一个县跑起来 Start package: another county running within the hour

## 中文

\`\`\`sh
./kuashan template data/our-county --code 331127 --name 某县 --name-en "Some County" --coordinates CGCS2000    # 加 --xlsx 得到一个工作簿
\`\`\`

网页里也有：建空县（\`kuashan set-up --code … --name …\`）后，规划员登录就看到“起步”页，可下载同一个起步包，逐步做完五件事：

| 步骤 | 谁做 | 大约多久 |
|---|---|---|
| 1. 名称、区划代码、坐标系、年份 | 规划员 | 2 分钟 |
| 2. 填“一”里的三张表；路网文件问交通局 | 规划员，各乡镇先备好 | 30 分钟 |
| 3. 上传，看问题，改好再传，直到没有错误，采用 | 规划员 | 15 分钟 |
| 4. 测算：哪些村达不到标准 | 程序，几分钟 | |
| 5. 填“二”里的表，做第一个方案 | 规划员 | 10 分钟 |

每张表的第一行数据是示例，开头写着“示例 Example”，读入时会跳过。表头两种语言都认，写成“名称 / name”。
文件夹里各文件的写法见 [county-folder.md](county-folder.md)；已有登记册的，用 mapping.yaml 对应列名，不用重抄。

`

const en = `## English

\`\`\`sh
./kuashan template data/our-county --code 331127 --name 某县 --name-en "Some County" --coordinates CGCS2000    # --xlsx for one workbook
\`\`\`

The app offers the same: after \`kuashan set-up --code … --name …\` a planner who signs in meets the page “First steps”, with the start package to
download and five things to do:

| step | who | about |
|---|---|---|
| 1. name, division code, coordinate system, year | planner | 2 minutes |
| 2. the three tables under 1; road files from the transport office | planner, prepared by the townships | 30 minutes |
| 3. upload, look at what is wrong, mend it, until there is no error; accept | planner | 15 minutes |
| 4. measure: which villages fall short of the floors | the program, a few minutes | |
| 5. the tables under 2, and a first plan | planner | 10 minutes |

The first row of each table is an example that begins with “示例 Example” and is left out when the table is read. Headings are known in both
languages, written as “名称 / name”. How each file is written: [county-folder.md](county-folder.md). Registers that exist need not be
copied: mapping.yaml says which of their columns is which of ours.

`

const seen = `## Walked through 走过一遍

Andorra (parishes and settlements from OpenStreetMap, vehicles and staff assumed, no funds) was filled into the package’s tables by a script and taken the
whole way in the app on a shared machine of 2 cores: upload and check 8 s, accept 4 s, measure 5 s, a first plan with 30 s of search 35 s; the plan
passed the independent check. Jingning’s (景宁) published tables hold codes and names of 145 villages and nothing else: they are imported in 2 s,
every village is named as unlocated and uncounted, and nothing can be measured until coordinates, people and facilities are filled in. How long
people take to gather and fill in the tables has not been measured; the minutes above are an estimate.

数据收集和填表要多久没有实测，上面的分钟数是估计。
`

/** `docs/start-package.md`: how a new county begins, with the tables as the template folder itself lists them. */
export const startPackagePage = (): string =>
  `${zh}${tablesPage('zh')}\n\n${en}${tablesPage('en')}\n\n${seen}`
