import type { SampleArea, SampleTheme } from './types'

/** Landing areas: the plan's clusters, and the subdistricts and towns of 永川. */
export const sampleAreas: SampleArea[] = [
  { key: 'whole_district', nameZh: '全区', nameEn: 'Whole district', kind: 'district' },
  { key: 'wanglonghu', nameZh: '旺龙湖', nameEn: 'Wanglong Lake', kind: 'cluster' },
  { key: 'tech_eco_city', nameZh: '科技生态新城', nameEn: 'Technology and Ecology New Town', kind: 'cluster' },
  { key: 'wenli_circle', nameZh: '环重庆文理学院', nameEn: 'Wenli University Circle', kind: 'cluster' },
  { key: 'fenghuanghu', nameZh: '凤凰湖', nameEn: 'Fenghuang Lake', kind: 'cluster' },
  { key: 'sanjiao', nameZh: '三教', nameEn: 'Sanjiao Industrial Park', kind: 'cluster' },
  { key: 'gangqiao', nameZh: '港桥', nameEn: 'Gangqiao Industrial Park', kind: 'cluster' },
  { key: 'zhongshanlu', nameZh: '中山路街道', nameEn: 'Zhongshanlu Subdistrict', kind: 'subdistrict' },
  { key: 'shenglilu', nameZh: '胜利路街道', nameEn: 'Shenglilu Subdistrict', kind: 'subdistrict' },
  { key: 'nandajie', nameZh: '南大街街道', nameEn: 'Nandajie Subdistrict', kind: 'subdistrict' },
  { key: 'chashanzhuhai', nameZh: '茶山竹海街道', nameEn: 'Chashanzhuhai Subdistrict', kind: 'subdistrict' },
  { key: 'daan', nameZh: '大安街道', nameEn: 'Da’an Subdistrict', kind: 'subdistrict' },
  { key: 'chenshi', nameZh: '陈食街道', nameEn: 'Chenshi Subdistrict', kind: 'subdistrict' },
  { key: 'weixinghu', nameZh: '卫星湖街道', nameEn: 'Weixinghu Subdistrict', kind: 'subdistrict' },
  { key: 'qingfeng', nameZh: '青峰镇', nameEn: 'Qingfeng Town', kind: 'town' },
  { key: 'jinlong', nameZh: '金龙镇', nameEn: 'Jinlong Town', kind: 'town' },
  { key: 'linjiang', nameZh: '临江镇', nameEn: 'Linjiang Town', kind: 'town' },
  { key: 'hegeng', nameZh: '何埂镇', nameEn: 'Hegeng Town', kind: 'town' },
  { key: 'songji', nameZh: '松溉镇', nameEn: 'Songji Town', kind: 'town' },
  { key: 'xianlong', nameZh: '仙龙镇', nameEn: 'Xianlong Town', kind: 'town' },
  { key: 'jian', nameZh: '吉安镇', nameEn: 'Ji’an Town', kind: 'town' },
  { key: 'wujian', nameZh: '五间镇', nameEn: 'Wujian Town', kind: 'town' },
  { key: 'laisu', nameZh: '来苏镇', nameEn: 'Laisu Town', kind: 'town' },
  { key: 'baofeng', nameZh: '宝峰镇', nameEn: 'Baofeng Town', kind: 'town' },
  { key: 'shuangshi', nameZh: '双石镇', nameEn: 'Shuangshi Town', kind: 'town' },
  { key: 'honglu', nameZh: '红炉镇', nameEn: 'Honglu Town', kind: 'town' },
  { key: 'yongrong', nameZh: '永荣镇', nameEn: 'Yongrong Town', kind: 'town' },
  { key: 'sanjiao_town', nameZh: '三教镇', nameEn: 'Sanjiao Town', kind: 'town' },
  { key: 'banqiao', nameZh: '板桥镇', nameEn: 'Banqiao Town', kind: 'town' },
  { key: 'zhutuo', nameZh: '朱沱镇', nameEn: 'Zhutuo Town', kind: 'town' }
]

export const sampleThemes: SampleTheme[] = [
  { key: 'enterprise_technology', nameZh: '企业技术需求', nameEn: 'Technology needs of enterprises' },
  { key: 'smart_city', nameZh: '智慧城市', nameEn: 'Smart city' },
  { key: 'modern_agriculture', nameZh: '现代农业', nameEn: 'Modern agriculture' },
  { key: 'connected_vehicles', nameZh: '智能网联汽车', nameEn: 'Connected vehicles' },
  { key: 'biomedicine', nameZh: '生物医药', nameEn: 'Biomedicine' },
  { key: 'green_low_carbon', nameZh: '绿色低碳', nameEn: 'Green and low carbon' },
  { key: 'digital_industry', nameZh: '数字产业', nameEn: 'Digital industry' },
  { key: 'vocational_education', nameZh: '职业教育', nameEn: 'Vocational education' },
  { key: 'logistics', nameZh: '现代物流', nameEn: 'Modern logistics' }
]

/** The area as a place within a sentence, e.g. 旺龙湖片区. */
export function placeName(key: string): string {
  const area = sampleAreas.find((candidate) => candidate.key === key)
  if (!area) throw new Error(`no area has the key ${key}`)
  return area.kind === 'cluster' && key !== 'tech_eco_city' ? `${area.nameZh}片区` : area.nameZh
}
