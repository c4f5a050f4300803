import { Button } from './button'
import { need } from './catalogue-data'
import { ChangeLog, QuestionList, ShutDoor } from './exchange'
import { PageTitle } from './heads'
import { TextArea } from './inputs'
import { ActionPanel, Facts, Part, Sheet, SideActions } from './record'
import { NearList } from './rows'
import { StateTag } from './state'
import { DataTable } from './table'
import { ProseText } from './text'

const cells = (heads: string[], right: number[]) =>
  heads.map((head, index) => ({
    key: head,
    head,
    align: right.includes(index) ? ('right' as const) : undefined,
    cell: (row: string[]) => (index === 2 && right.includes(1) ? <b>{row[index]}</b> : row[index]),
  }))

/** A published need with all its parts. */
export function CatalogueNeed() {
  return (
    <>
      <PageTitle title={need.title} segments={need.segments} sub={[<StateTag key="state" tone="open">{need.state}</StateTag>, ...need.sub]} />
      <Sheet
        stick
        aside={
          <>
            <ActionPanel action={need.action} note={need.actionNote} />
            <Facts items={need.facts} />
            <SideActions links={need.sideActions} />
          </>
        }
      >
        <Part title={need.problem.title}><ProseText text={need.problem.text} /></Part>
        <Part title={need.indicators.title}>
          <DataTable hideCaption caption={need.indicators.caption} columns={cells(need.indicators.heads, [1, 2])} rows={need.indicators.rows} rowKey={(row) => row[0] ?? ''} />
        </Part>
        <Part title={need.conditions.title}><ProseText text={need.conditions.text} /></Part>
        <Part title={need.criteria.title}>
          <DataTable hideCaption caption={need.criteria.caption} columns={cells(need.criteria.heads, [2])} rows={need.criteria.rows} rowKey={(row) => row[0] ?? ''} foot={need.criteria.foot} />
        </Part>
        <Part title={need.door.title} id="confidential">
          <ShutDoor title={need.door.head} contents={need.door.contents} steps={need.door.steps} note={need.door.note} action={<Button to="/needs/XQ-2025-0412/request">{need.door.action}</Button>} />
        </Part>
        <Part title={need.questions.title}>
          <QuestionList items={need.questions.items} />
          <form method="post" action="/needs/XQ-2025-0412">
            <TextArea name="question" label={need.questions.ask} hint={need.questions.hint} rows={3} className="mt-5" />
            <Button className="mt-3">{need.questions.submit}</Button>
          </form>
        </Part>
        <Part title={need.log.title}><ChangeLog items={need.log.items} /></Part>
        <Part title={need.near.title}><NearList items={need.near.items} /></Part>
      </Sheet>
    </>
  )
}
