import type { ReactNode } from 'react'
import { Button, ButtonRow } from './button'
import { parts, submitted } from './catalogue-parts-data'
import { Checkbox, CheckboxGroup, RadioGroup } from './choices'
import { FileField } from './files'
import { PageTitle, Section, SoftLine } from './heads'
import { DateField, MoneyField, SelectField, TextArea, TextField } from './inputs'
import { TwoColumns } from './layout'
import { MeterBar } from './meter'
import { Pagination } from './pagination'
import { CheckAnswers, Confirmation, TaskList, Timeline } from './progress'
import { QueryField } from './query-field'
import { EmptyState } from './rows'
import { Ruler } from './ruler'
import { Chip, Chips, Notice, StateTag } from './state'
import { Highlight, Note, ProseText, Tags } from './text'

const choices = (labels: string[]) => labels.map((label, index) => ({ value: String(index), label }))

function Specimens({ index, children }: { index: number; children: ReactNode }) {
  return (
    <Section id={`parts-${index}`} title={parts.heads[index]}>
      <div className="mt-4">{children}</div>
    </Section>
  )
}

/** Each part in each state. */
export function CatalogueParts() {
  const { buttons } = parts
  return (
    <>
      <PageTitle title={parts.title} lead={parts.lead} />
      <Specimens index={0}>
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="main">{buttons.main}</Button>
          <Button>{buttons.plain}</Button>
          <Button variant="stop">{buttons.stop}</Button>
          <Button disabled describedBy="off-note">{buttons.off}</Button>
          <Button variant="main" kbd="A" to="/workspace">{buttons.link}</Button>
          <Button small>{buttons.small}</Button>
        </div>
        <p id="off-note" className="mt-2 text-sm text-ink-soft">{parts.offNote}</p>
      </Specimens>
      <Specimens index={1}><QueryField id="parts-query" /></Specimens>
      <Fields />
      <Specimens index={5}>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {parts.states.map(([tone, label]) => (
            <StateTag key={tone} tone={tone}>{label}</StateTag>
          ))}
        </div>
        <Chips clearTo="/dev/ui">
          <Chip to="/dev/ui?field=1">{parts.chip}</Chip>
          <Chip off>{parts.chipOff}</Chip>
        </Chips>
        <Tags tags={parts.tags} />
        <SoftLine items={parts.tags} />
      </Specimens>
      <Specimens index={6}>
        <div className="grid gap-6">
          {parts.notices.map((notice) => (
            <Notice key={notice.tone} tone={notice.tone} title={notice.title}>{notice.text}</Notice>
          ))}
        </div>
      </Specimens>
      <Specimens index={7}>
        <EmptyState title={parts.empty.title} actions={parts.empty.actions.map((action, index) => <Button key={action} to="/workspace" variant={index === 0 ? 'main' : 'plain'}>{action}</Button>)}>
          <p>{parts.empty.text}</p>
        </EmptyState>
      </Specimens>
      <Specimens index={8}><Pagination page={5} pages={12} total={231} from={81} to={100} hrefFor={(page) => `/dev/ui?at=${page}`} /></Specimens>
      <Specimens index={9}>
        <TwoColumns early>
          <TaskList label={parts.tasksLabel} tasks={parts.tasks} />
          <Timeline label={parts.stepsLabel} steps={parts.steps} />
        </TwoColumns>
      </Specimens>
      <Specimens index={10}>
        <div className="meter grid gap-8">
          <Ruler batches={parts.rulers.full} inReview={0} target={100} pace={73} />
          <Ruler batches={parts.rulers.small} inReview={4} target={100} pace={20} />
          <MeterBar label={parts.over.name} share={1.042} paceShare={0.9} paceLabel={parts.over.targetText} />
          <MeterBar label={parts.over.name} share={0} paceShare={0.05} paceLabel={parts.over.valueText} />
        </div>
      </Specimens>
      <Specimens index={11}>
        <ProseText text={parts.prose} />
        <p className="mt-3"><Highlight parts={[{ text: parts.heads[1] ?? '' }, { text: parts.tags[0] ?? '', mark: true }, { text: parts.tags[1] ?? '', mark: 'near' }]} /></p>
        <Note>{parts.lead}</Note>
      </Specimens>
    </>
  )
}

function Fields() {
  const { fields, errors, radio, checkboxes, terms } = parts
  return (
    <>
      <Specimens index={2}>
        <div className="max-w-measure">
          <TextField name="title" required {...fields.text} />
          <TextField name="englishTitle" optional {...fields.optional} />
          <TextArea name="problem" max={500} {...fields.area} />
          <SelectField name="area" label={fields.select.label} options={choices(fields.select.options)} half />
          <DateField name="closes" kind="datetime" {...fields.date} />
          <MoneyField name="most" unit={fields.unit} {...fields.money} />
          <FileField name="files" {...fields.file} />
        </div>
      </Specimens>
      <Specimens index={3}>
        <div className="max-w-measure">
          <TextField name="badTitle" label={fields.text.label} hint={fields.text.hint} error={errors.text} />
          <SelectField name="badArea" label={fields.select.label} options={choices(fields.select.options)} error={errors.select} />
          <MoneyField name="badMost" unit={fields.unit} {...fields.money} error={errors.money} />
          <CheckboxGroup name="badModes" label={checkboxes.label} options={choices(checkboxes.options)} columns={2} error={errors.choice} />
          <Checkbox name="badTerms" {...terms} error={errors.check} />
        </div>
      </Specimens>
      <Specimens index={4}>
        <div className="max-w-measure">
          <RadioGroup name="selection" value="open_call" {...radio} />
          <CheckboxGroup name="modes" label={checkboxes.label} options={choices(checkboxes.options)} value={['1', '2']} columns={2} />
          <Checkbox name="terms" {...terms} checked />
        </div>
      </Specimens>
    </>
  )
}

/** The page before a submission and the page after it. */
export function CatalogueSubmitted() {
  const { confirmation } = submitted
  return (
    <>
      <Confirmation {...confirmation}>
        <ButtonRow>
          <Button variant="main" to="/workspace/contracts/1">{confirmation.links[0]}</Button>
          <Button to="/workspace/contracts/new">{confirmation.links[1]}</Button>
        </ButtonRow>
      </Confirmation>
      <div className="mt-12 max-w-[44em] border-t border-rule pt-4">
        <h2>{submitted.check}</h2>
        <CheckAnswers groups={submitted.groups} />
      </div>
    </>
  )
}
