import type { GroupKey } from './topics/topic'

/** What the topics of one industry share: who the firms are, where they sit, which departments lead. */
export interface Group {
  /** Industry words of company names. */
  firms: string[]
  areas: string[]
  /** Department keys. */
  leads: string[]
  responsible: string[]
  /** Words for research institutes of the industry. */
  institutes: string[]
}

export const groups: Record<GroupKey, Group> = {
  vehicle: {
    firms: ['智能装备', '智行科技', '汽车科技', '车联网技术', '智驾技术', '汽车电子'],
    areas: ['tech_eco_city', 'fenghuanghu', 'wanglonghu', 'wenli_circle'],
    leads: ['dep-gxq', 'dep-fhh', 'dep-xcj', 'dep-jtj'], responsible: ['dep-jxw', 'dep-kjj', 'dep-dsj', 'dep-jtj', 'dep-fgw'],
    institutes: ['智能网联研究院', '智能驾驶技术研究院', '汽车工程研究院']
  },
  parts: {
    firms: ['汽车零部件', '汽车部件', '传动系统', '车身部件', '精密零部件', '底盘系统'],
    areas: ['fenghuanghu', 'sanjiao', 'sanjiao', 'daan'],
    leads: ['dep-fhh', 'dep-sj', 'dep-jxw'], responsible: ['dep-kjj', 'dep-gxq', 'dep-zsj', 'dep-jxw'],
    institutes: ['汽车零部件研究院', '先进成形技术研究所']
  },
  battery: {
    firms: ['新能源', '动力电池', '储能科技', '电池材料', '电源技术', '能源科技'],
    areas: ['fenghuanghu', 'sanjiao', 'gangqiao', 'wanglonghu'],
    leads: ['dep-fhh', 'dep-gqc', 'dep-jxw', 'dep-gxq'], responsible: ['dep-kjj', 'dep-fgw', 'dep-zsj', 'dep-jxw'],
    institutes: ['新能源材料研究院', '电化学储能研究所']
  },
  factory: {
    firms: ['自动化设备', '机器人技术', '智能制造', '精密机械', '数控装备', '检测技术'],
    areas: ['fenghuanghu', 'sanjiao', 'wanglonghu', 'shuangshi'],
    leads: ['dep-jxw', 'dep-sj', 'dep-fhh', 'dep-gxq'], responsible: ['dep-kjj', 'dep-dsj', 'dep-gxq', 'dep-rsj'],
    institutes: ['智能制造研究院', '机器人与装备研究所', '精密加工技术研究院']
  },
  materials: {
    firms: ['新材料', '高分子材料', '复合材料', '涂层科技', '材料科技'],
    areas: ['gangqiao', 'sanjiao', 'fenghuanghu', 'zhutuo'],
    leads: ['dep-gqc', 'dep-sj', 'dep-jxw'], responsible: ['dep-kjj', 'dep-gxq', 'dep-fgw', 'dep-zsj'],
    institutes: ['先进材料研究院', '轻合金研究所', '复合材料研究院']
  },
  biomed: {
    firms: ['生物医药', '药业', '制药', '生物科技', '医疗器械'],
    areas: ['tech_eco_city', 'wanglonghu', 'fenghuanghu', 'gangqiao'],
    leads: ['dep-xcj', 'dep-kjj', 'dep-wjw'], responsible: ['dep-wjw', 'dep-scj', 'dep-kjj', 'dep-jxw'],
    institutes: ['生物医药研究院', '天然药物研究所', '医疗器械创新中心']
  },
  health: {
    firms: ['健康科技', '康养服务', '医疗科技', '护理服务', '智慧健康'],
    areas: ['tech_eco_city', 'zhongshanlu', 'shenglilu', 'nandajie', 'weixinghu'],
    leads: ['dep-wjw', 'dep-xcj', 'dep-rsj'], responsible: ['dep-wjw', 'dep-kjj', 'dep-dsj', 'dep-rsj'],
    institutes: ['老年医学研究所', '健康工程研究院']
  },
  agri: {
    firms: ['农业科技', '生态农业', '农业发展', '食品', '农产品加工'],
    areas: ['laisu', 'linjiang', 'hegeng', 'xianlong', 'jian', 'wujian', 'baofeng', 'jinlong'],
    leads: ['dep-nyw'], responsible: ['dep-kjj', 'dep-scj', 'dep-fgw', 'dep-kx'],
    institutes: ['特色农业研究院', '农产品加工研究所', '茶竹产业研究院']
  },
  city: {
    firms: ['城市运营', '智慧城市科技', '市政工程技术', '安全科技', '物联科技'],
    areas: ['whole_district', 'zhongshanlu', 'shenglilu', 'nandajie', 'tech_eco_city'],
    leads: ['dep-cgj', 'dep-dsj', 'dep-zjw', 'dep-jtj'], responsible: ['dep-kjj', 'dep-xcj', 'dep-fgw', 'dep-dsj', 'dep-cgj'],
    institutes: ['城市治理研究院', '智慧城市技术研究所']
  },
  digital: {
    firms: ['软件', '数据科技', '信息技术', '数字文化', '云服务'],
    areas: ['wenli_circle', 'wanglonghu', 'tech_eco_city', 'weixinghu'],
    leads: ['dep-dsj', 'dep-gxq', 'dep-jxw'], responsible: ['dep-kjj', 'dep-rsj', 'dep-zsj', 'dep-jrb'],
    institutes: ['大数据研究院', '软件技术研究所', '数字内容研究院']
  },
  environment: {
    firms: ['环保科技', '环境工程', '水务技术', '资源循环', '生态环境'],
    areas: ['gangqiao', 'sanjiao', 'fenghuanghu', 'zhutuo', 'yongrong', 'whole_district'],
    leads: ['dep-gqc', 'dep-cgj', 'dep-fgw', 'dep-sj'], responsible: ['dep-jxw', 'dep-kjj', 'dep-zjw', 'dep-scj'],
    institutes: ['环境工程研究院', '固废资源化研究所']
  },
  logistics: {
    firms: ['供应链', '物流科技', '港务', '仓储设备', '冷链物流'],
    areas: ['gangqiao', 'zhutuo', 'songji', 'fenghuanghu'],
    leads: ['dep-gqc', 'dep-jtj', 'dep-fgw'], responsible: ['dep-kjj', 'dep-jxw', 'dep-zsj', 'dep-dsj'],
    institutes: ['智慧物流研究院', '港航技术研究所']
  },
  education: {
    firms: ['教育科技', '实训装备', '职教技术服务', '教学仪器'],
    areas: ['wenli_circle', 'weixinghu', 'tech_eco_city', 'chashanzhuhai'],
    leads: ['dep-jw', 'dep-rsj', 'dep-gxq'], responsible: ['dep-kjj', 'dep-rsj', 'dep-jw', 'dep-rcb'],
    institutes: ['职业教育技术研究院', '产教融合研究所']
  },
  energy: {
    firms: ['节能技术', '能源管理', '电气', '光能科技', '动力设备'],
    areas: ['fenghuanghu', 'gangqiao', 'sanjiao', 'whole_district'],
    leads: ['dep-fgw', 'dep-jxw', 'dep-zjw'], responsible: ['dep-kjj', 'dep-gxq', 'dep-czj', 'dep-zjw'],
    institutes: ['能源高效利用研究院', '低空技术研究所']
  }
}
