/** A refused call as tests read it; `none` when it was not refused. */
export type Refusal = { code: string; said: { key: string }; errors: { path: string; message: { key: string } }[]; detail: Record<string, string> }
export const refusal = (work: Promise<unknown>): Promise<Refusal> => work.then(() => ({ code: 'none', said: { key: '' }, errors: [], detail: {} }), (error: Refusal) => error)

/** What someone types into the form of a profile. */
export function personForm(values: Record<string, unknown> = {}) {
  return {
    name: '沈知微', title: '副研究员', organisationId: '', disciplines: ['520', ''], fields: ['transport'], keywords: '机器视觉、事件相机', summary: '研究夜间低照度下的障碍物识别，做过两款量产车的感知模块。',
    projects: '2024 年，主持园区无人配送车感知项目，已结题\n2025 年，参加市级重点课题', languages: '中文\n英语', availableFrom: '', maxLoad: '2', contactEmail: 'shen@example.com', contactPhone: '023-49800001', contactVisibility: 'on_acceptance', listed: 'on', ...values,
  }
}

/** What is typed into the form of an achievement: prices in 万元. */
export function achievementForm(values: Record<string, unknown> = {}) {
  return {
    title: '低照度障碍物识别模组', summary: '照度低于 1 lx 时识别 0.3 m 高的障碍物，检出率 98%。', body: '由事件相机和近红外补光组成。', organisationId: '', field: 'transport', trl: '6', iprKind: 'patent', iprNumber: 'ZL202310000001.X',
    modes: ['licence', 'joint_development'], priceMin: '12.5', priceMax: '30', cases: '旺龙湖园区，46 台配送车', keywords: '事件相机、低照度', inventors: [], ...values,
  }
}

/** What is typed into the form of a broker. */
export function brokerForm(values: Record<string, unknown> = {}) {
  return { kind: 'person', organisationId: '', name: '陆闻笙', certificateNumber: 'JSJJ2026-00017', issuer: '重庆市技术转移协会', grade: 'intermediate', validUntil: '2028-12-31', fields: ['transport'], summary: '熟悉智能网联汽车的供应链。', maxLoad: '8', contactEmail: 'lu@example.com', contactPhone: '', ...values }
}
