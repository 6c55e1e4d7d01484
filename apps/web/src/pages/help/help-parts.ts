import type { Words } from '@kuashan/core/words/language.ts'

/** One thing that people do on a page, and how. */
export interface HelpTask {
  task: Words
  how: readonly Words[]
}

/** What a page is for and what is done there, by the first part of its address. */
export interface HelpPart {
  path: string
  purpose: Words
  tasks: readonly HelpTask[]
}

/** Help by task, a part for each page. Short: what one would tell a colleague across the desk. */
export const helpParts: readonly HelpPart[] = [
  {
    path: 'start',
    purpose: {
      zh: '新县从零到第一个方案：取起步包，填表，上传，测算，规划。有了第一个方案，这一页就不再出现。',
      en: 'A new county’s way from nothing to a first plan. It is gone from the menu once there is a plan.',
    },
    tasks: [
      {
        task: { zh: '填起步包', en: 'Fill in the start package' },
        how: [
          {
            zh: '先填“先要”的三张表：行政区划、居民点、设施。示例行可以留着，读入时会跳过。',
            en: 'Begin with the three tables needed first: divisions, settlements, facilities. Example rows may stay; they are left out.',
          },
          {
            zh: '坐标系问测绘部门。填错了，全县会偏几百米。',
            en: 'Ask the surveyors for the coordinate system. A wrong one moves the whole county by some hundred metres.',
          },
          {
            zh: '路网文件和表放在一起上传；没有路网就填“路程时间”表。',
            en: 'Upload road files together with the tables; where there are none, fill in the table of minutes.',
          },
        ],
      },
    ],
  },
  {
    path: 'today',
    purpose: {
      zh: '一天从这里开始：等我办的事、最近的变化、谁最难够得着服务。',
      en: 'Where a day begins: what waits for me, what changed, who is worst off.',
    },
    tasks: [
      {
        task: { zh: '办等我的事', en: 'Do what waits for me' },
        how: [
          {
            zh: '点一行，就到要办的那一页。办完后它从名单里消失。',
            en: 'A line opens the page where it is done. Afterwards it is gone from the list.',
          },
        ],
      },
    ],
  },
  {
    path: 'territory',
    purpose: {
      zh: '县里有哪些自然村和设施，数据可靠不可靠，怎样更新。',
      en: 'Which settlements and facilities there are, how good their data are, and how to renew them.',
    },
    tasks: [
      {
        task: { zh: '找一个村', en: 'Find a village' },
        how: [
          {
            zh: '在页顶输入名称、拼音或首字母；地图上的每一点在右边名单里都有一行。',
            en: 'Type its name, pinyin or initials on top. Every dot of the map is a line of the list beside it.',
          },
        ],
      },
      {
        task: { zh: '改一个数', en: 'Correct a value' },
        how: [
          {
            zh: '打开村或设施，点“修改”，写明来源和理由。以后再导入，您的修改仍在；原表变了会告诉您。',
            en: 'Open the place, correct it, and say where the value is from and why. Later imports keep it, and say when their own value changed.',
          },
        ],
      },
      {
        task: { zh: '导入一张表或整个文件夹', en: 'Import a table or the whole folder' },
        how: [
          {
            zh: '“导入数据”里拖入文件。先逐行核对，列出全部问题和变化。',
            en: 'Drop the files under Import data. They are checked row by row; everything wrong and everything new is listed.',
          },
          {
            zh: '采用之前什么都不变。有错误就不能采用：改好表再传。',
            en: 'Nothing changes before you accept. With errors it cannot be accepted: mend the table and send it again.',
          },
        ],
      },
    ],
  },
  {
    path: 'measure',
    purpose: {
      zh: '按现行标准，今天哪些村、哪些人够不着哪项服务，差多少。',
      en: 'By the floors in force: which villages and people fall short of which service today, and by how much.',
    },
    tasks: [
      {
        task: { zh: '看谁没达标', en: 'See who falls short' },
        how: [
          {
            zh: '“缺口名单”按名字列出，偏远和最差的在前，每行写着原因。点任何数字都能看到它由哪些记录得来。',
            en: 'The gap list names them, the remote and worst-off first, each with its reason. Any figure opens the records it is made of.',
          },
        ],
      },
      {
        task: { zh: '重新测算', en: 'Measure anew' },
        how: [
          {
            zh: '数据或标准变了，点“测算”。旧的测算都留着。',
            en: 'After data or standards changed, measure again. Earlier measurements stay.',
          },
        ],
      },
    ],
  },
  {
    path: 'concerns',
    purpose: {
      zh: '群众反映的事排成一队，先办哪件说得出道理，办完写答复。',
      en: 'What residents raise stands in one queue; why one comes first can be told, and each is closed by an answer.',
    },
    tasks: [
      {
        task: { zh: '登记一件事', en: 'Enter a concern' },
        how: [
          {
            zh: '写事情、哪个村、涉及多少人、最早哪天提的。方案的异议点一下就放进队里。',
            en: 'Say what it is, which village, how many people, and since when. Objections to plans go into the queue with one click.',
          },
          {
            zh: '又有人提，或村民投了票，记在原来那件上，不要另立一件。',
            en: 'Where it comes up again or residents vote, add that to the concern; do not make another.',
          },
        ],
      },
      {
        task: { zh: '看为什么排在那里', en: 'See why it stands there' },
        how: [
          {
            zh: '展开一行：五项各得多少分，比前面那件少在哪里。分值由县里定，在“怎么打分”里。',
            en: 'Unfold a line: points of the five terms, and what the one before has more of. The county sets the points under “How it is scored”.',
          },
        ],
      },
    ],
  },
  {
    path: 'plans',
    purpose: {
      zh: '做方案，比方案，改方案，走完公布的路。',
      en: 'Make plans, compare them, change them by hand, and take one the road to publication.',
    },
    tasks: [
      {
        task: { zh: '做一个方案', en: 'Make a plan' },
        how: [
          {
            zh: '给名字，选“花钱最少”或“先顾最需要的”，给时间。可以看着它变好，随时停下，停时最好的方案留着。',
            en: 'Give it a name, choose least cost or most need, and a time. Watch it improve; stop it when you like, and the best so far stays.',
          },
        ],
      },
      {
        task: { zh: '问为什么', en: 'Ask why' },
        how: [
          {
            zh: '在方案里选一个村和一项服务：为什么这样，换一种要多花多少，达标最少要改什么。每个回答都试算过。',
            en: 'Choose a village and a service in a plan: why so, what else would cost, the smallest change that would meet the floor. Each answer was tried.',
          },
        ],
      },
      {
        task: { zh: '手工改一次到访', en: 'Change a visit by hand' },
        how: [
          {
            zh: '在时刻表里移动、取消、锁定、加一次，或改一个点的次数。检查立即回答；每次修改是一个新版本，可以撤回。',
            en: 'Move, drop, lock or add it in the timetable, or visit a stop more or less often. The check answers at once; every change is a version and can be taken back.',
          },
          {
            zh: '也可以点地图上的场所或停靠点来改。',
            en: 'Sites and stops can also be changed by a click on the map.',
          },
        ],
      },
      {
        task: { zh: '公布', en: 'Publish' },
        how: [
          {
            zh: '按页上的步骤走：部门意见、村公示、异议答复、风险与合法性审查、集体决定、公布。每一步写着由谁办。',
            en: 'Follow the steps on the page: comments, notices, objections, review, collective decision, publication. Each says whose it is.',
          },
          {
            zh: '答复异议时，把村里要的在方案上试一下：要花多少、会影响谁，自动填好，可以改。',
            en: 'To answer an objection, try what the village asks for on the plan: the price and who would be displaced are filled in, and may be corrected.',
          },
        ],
      },
    ],
  },
  {
    path: 'scenarios',
    purpose: {
      zh: '如果路断了、多一辆车、人搬走了、标准改了，会怎样。真实数据不变。',
      en: 'What if a road closes, a vehicle is added, people move, a standard changes. Real data stay as they are.',
    },
    tasks: [
      {
        task: { zh: '试一个设想', en: 'Try an idea' },
        how: [
          {
            zh: '新建情景，逐条加变化，再测算或做方案，然后比较：谁得益，谁受损，多花多少。',
            en: 'Make a scenario, add changes one by one, measure or plan it, then compare: who gains, who loses, what it costs.',
          },
        ],
      },
    ],
  },
  {
    path: 'visits',
    purpose: {
      zh: '本片各村哪天来什么车、办什么事；贴公告，记村民异议。',
      en: 'What comes to the villages of your area on which day and what for; notices and objections.',
    },
    tasks: [
      {
        task: { zh: '贴公告', en: 'Hang up a notice' },
        how: [
          {
            zh: '点“打印”，贴在村里，再登记贴在哪里、哪一天。',
            en: 'Print it, hang it up in the village, then record where and when.',
          },
        ],
      },
      {
        task: { zh: '记村民异议', en: 'Take down an objection' },
        how: [
          {
            zh: '照村民的话写。规划员会答复代价和会影响谁，答复也在这一页。',
            en: 'Write what the resident says. The planner answers with its price and whom it touches; the answer is here too.',
          },
        ],
      },
    ],
  },
  {
    path: 'people',
    purpose: {
      zh: '有需要的人：按名字找，只看自己辖区。看全一个人的资料要写理由，并留下记录。',
      en: 'People with needs, in your own area. To see all of somebody’s data takes a reason, and is recorded.',
    },
    tasks: [
      {
        task: { zh: '导入名册', en: 'Import a register' },
        how: [
          {
            zh: '上传表格，先逐行核对。身份证号和电话加密保存，不进日志。',
            en: 'Upload a table; it is checked row by row. Identity numbers and telephones are kept sealed and stand in no log.',
          },
        ],
      },
      {
        task: {
          zh: '居民迁到外县、从外县迁来',
          en: 'Somebody moves to another county, or comes from one',
        },
        how: [
          {
            zh: '迁出：查看全部以后导出档案文件，写明事由，当面交给对方。迁入：选对方的文件和现在住的村，接收。',
            en: 'Going: see all of them, export the file with a reason, hand it over in person. Coming: choose the other county’s file and the village where they live now, and take them over.',
          },
        ],
      },
    ],
  },
  {
    path: 'resources',
    purpose: {
      zh: '车、人、房屋和设备：证照到期、谁和谁撞期。',
      en: 'Vehicles, staff, buildings and devices: what expires, and who clashes with whom.',
    },
    tasks: [
      {
        task: { zh: '车辆年检到期', en: 'An inspection that runs out' },
        how: [
          {
            zh: '到期的车不会派出。登记新的日期后立即恢复。',
            en: 'A vehicle whose papers ran out is not sent. Enter the new date and it is again.',
          },
        ],
      },
    ],
  },
  {
    path: 'reports',
    purpose: {
      zh: '按定义算指标、做报表；把方案带走：报告（可打印）、Excel、地图文件、各村的日历和一页公示。',
      en: 'Build reports of figures that are defined; take a plan away: report (to print), Excel, map file, calendars and notices of villages.',
    },
    tasks: [
      {
        task: { zh: '做一份报表', en: 'Build a report' },
        how: [
          {
            zh: '先选一份现成的，再加减指标，选按什么分、看哪个方案、和什么比。起个名字保存，下次打开数字是新的。',
            en: 'Begin with a ready-made one; add or take away figures, choose how they are divided, which plan and what beside it. Saved under a name, it shows new figures each time it is opened.',
          },
          {
            zh: '点任何一个数字，看它怎么定义、由哪些记录加出来。',
            en: 'Click any number to see what it counts and which records add up to it.',
          },
          {
            zh: '人数和人次不能混：人数每人只算一次，人次来几次算几次。',
            en: 'People are counted once each, person-times each time they come; the two are never mixed.',
          },
        ],
      },
      {
        task: { zh: '打印或存成 PDF', en: 'Print, or save as PDF' },
        how: [
          {
            zh: '打开报告，用浏览器的打印，目标选“另存为 PDF”。',
            en: 'Open the report, print it in the browser, and choose Save as PDF.',
          },
        ],
      },
    ],
  },
  {
    path: 'settings',
    purpose: {
      zh: '服务和标准、目标、用户、底图、谁看过什么。各人只看到自己的部分。',
      en: 'Services and standards, goals, users, the map underneath, who looked at what. Each sees their own parts.',
    },
    tasks: [
      {
        task: { zh: '加一个用户', en: 'Add a user' },
        how: [
          {
            zh: '管理员在“用户和授权”里添加，得到一次性链接，交给本人设置密码（至少 15 个字）。',
            en: 'An administrator adds them under Users and hands over a one-time link; they set a password of 15 characters or more.',
          },
        ],
      },
      {
        task: { zh: '有人进不来了', en: 'Somebody cannot get in' },
        how: [
          {
            zh: '管理员重发链接。管理员自己进不来：在服务器上运行 kuashan recover。',
            en: 'An administrator makes a new link. For an administrator: kuashan recover on the server.',
          },
        ],
      },
      {
        task: { zh: '用本县的底图', en: 'Use a map of the county’s own' },
        how: [
          {
            zh: '管理员在“底图”里填瓦片地址或文件名，并填审图号。',
            en: 'An administrator enters the address or file of the tiles under Map, with the approval number.',
          },
        ],
      },
    ],
  },
]

export const helpFor = (path: string): HelpPart | undefined =>
  helpParts.find((part) => part.path === path)
