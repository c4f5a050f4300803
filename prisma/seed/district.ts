/** 重庆市永川区: what another district changes to run the portal. Facts of the action plan of 2022-05-10. */
export const district = {
  nameZh: '永川区',
  nameEn: 'Yongchuan District',
  siteNameZh: '永创汇',
  siteNameEn: 'Yongchuanghui',
  bureauZh: '永川区科学技术局',
  bureauEn: 'Yongchuan Science and Technology Bureau',
  phone: '023-0000 0000',
  regionCode: '500118',
  scenariosPerYear: 100,
} as const

/** The plan's period and the one that follows: 5,000 contracts and 5 亿元 by the end of 2025; 元. */
export const targets = [
  { startsOn: '2021-01-01', endsOn: '2025-12-31', measure: 'count', value: '5000.00', source: '永川建设区域性创新中心专项行动方案（2022-05-10），建设目标' },
  { startsOn: '2021-01-01', endsOn: '2025-12-31', measure: 'amount', value: '500000000.00', source: '永川建设区域性创新中心专项行动方案（2022-05-10），建设目标' },
  { startsOn: '2026-01-01', endsOn: '2030-12-31', measure: 'count', value: '6000.00', source: '示例：下一个规划期' },
  { startsOn: '2026-01-01', endsOn: '2030-12-31', measure: 'amount', value: '800000000.00', source: '示例：下一个规划期' },
] as const

const holiday = (name: string, first: string, last: string) => ({ name, first, last, working: false })
const makeUp = (name: string, day: string) => ({ name, first: day, last: day, working: true })

/**
 * Holidays and make-up days by the State Council's notices for 2025 (国办发明电〔2024〕12号) and 2026 (国办发明电〔2025〕7号);
 * an administrator adds each year's.
 */
export const calendar = [
  holiday('元旦', '2025-01-01', '2025-01-01'),
  holiday('春节', '2025-01-28', '2025-02-04'), makeUp('春节', '2025-01-26'), makeUp('春节', '2025-02-08'),
  holiday('清明节', '2025-04-04', '2025-04-06'),
  holiday('劳动节', '2025-05-01', '2025-05-05'), makeUp('劳动节', '2025-04-27'),
  holiday('端午节', '2025-05-31', '2025-06-02'),
  holiday('国庆节、中秋节', '2025-10-01', '2025-10-08'), makeUp('国庆节', '2025-09-28'), makeUp('国庆节', '2025-10-11'),
  holiday('元旦', '2026-01-01', '2026-01-03'), makeUp('元旦', '2026-01-04'),
  holiday('春节', '2026-02-15', '2026-02-23'), makeUp('春节', '2026-02-14'), makeUp('春节', '2026-02-28'),
  holiday('清明节', '2026-04-04', '2026-04-06'),
  holiday('劳动节', '2026-05-01', '2026-05-05'), makeUp('劳动节', '2026-05-09'),
  holiday('端午节', '2026-06-19', '2026-06-21'),
  holiday('中秋节', '2026-09-25', '2026-09-27'),
  holiday('国庆节', '2026-10-01', '2026-10-07'), makeUp('国庆节', '2026-09-20'), makeUp('国庆节', '2026-10-10'),
] as const
