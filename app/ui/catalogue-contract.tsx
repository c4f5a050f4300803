import { Button } from './button'
import { contract } from './catalogue-data'
import { RadioGroup } from './choices'
import { Link } from './context'
import { FileField } from './files'
import { Duo, ErrorSummary, FormEnd, FormSection, OptionList, PartyCard, Sums } from './form'
import { PageTitle } from './heads'
import { DateField, MoneyField, SelectField, TextField } from './inputs'
import { Facts, FormSheet, SheetAside } from './record'
import { Notice, StateTag } from './state'

const choices = (labels: string[]) => labels.map((label, index) => ({ value: String(index), label }))

/** The contract form with an amount that cannot be right. */
export function CatalogueContract() {
  const [first, second, third, fourth, fifth] = contract.sections
  const { technology } = contract
  return (
    <>
      <PageTitle title={contract.title} sub={[<StateTag key="state" tone="wait">{contract.state}</StateTag>, ...contract.sub]} />
      <form method="post" action="/workspace/contracts/1" encType="multipart/form-data" noValidate>
        <FormSheet>
          <ErrorSummary errors={contract.errors} />
          <FormSection number={1} title={first} id="section-1">
            <TextField name="project" label={contract.project.label} hint={contract.project.hint} value={contract.project.value} />
            <RadioGroup name="type" label={contract.type.label} options={choices(contract.type.options)} value="0" columns={2} />
            <Duo>
              <SelectField name="field" label={contract.field.label} options={choices(contract.field.options)} value="0" placeholder={null} />
              <SelectField name="ipr" label={contract.ipr.label} options={choices(contract.ipr.options)} value="0" placeholder={null} />
            </Duo>
          </FormSection>
          <FormSection number={2} title={second} id="section-2">
            <div className="field">
              <span className="field-label" id="seller">{contract.seller.label}</span>
              <div className="field-body">
                <PartyCard labelledBy="seller" name={contract.seller.name} note={contract.seller.note} action={<Link to="/workspace/contracts/1?change=seller">{contract.seller.change}</Link>} />
              </div>
            </div>
            <TextField name="buyer" label={contract.buyer.label} hint={contract.buyer.hint} value={contract.buyer.value} autoComplete="off" />
            <OptionList name="buyerId" label={contract.buyer.found} options={contract.buyer.options} value="1" />
          </FormSection>
          <FormSection number={3} title={third} id="section-3">
            {contract.amounts.map((amount) => (
              <MoneyField key={amount.name} {...amount} />
            ))}
            <MoneyField name="technologyAmount" {...technology} />
            <RadioGroup name="payment" label={contract.payment.label} options={choices(contract.payment.options)} value="1" columns={2} />
          </FormSection>
          <SheetAside label={contract.sumsLabel} stick>
            <Sums title={contract.sumsLabel} caption={contract.sumsCaption} rows={[...contract.sums, { label: <StateTag tone="soon">{contract.over.label}</StateTag>, amount: contract.over.amount, kind: 'bad' }]}>
              <Facts small items={contract.sumFacts} />
            </Sums>
            <Notice className="mt-4 text-sm" title={<StateTag tone="wait">{contract.duplicate.title}</StateTag>} actions={contract.duplicate.actions}>
              {contract.duplicate.text}
              <br />
              <Link to="/workspace/contracts/HT-2025-0873">{contract.duplicate.link}</Link>
            </Notice>
          </SheetAside>
          <FormSection number={4} title={fourth} id="section-4">
            <DateField name="signed" {...contract.signed} />
            <Duo>
              <DateField name="begins" hint="" {...contract.begins} />
              <DateField name="ends" hint="" {...contract.ends} />
            </Duo>
          </FormSection>
          <FormSection number={5} title={fifth} id="section-5">
            <RadioGroup name="source" label={contract.source.label} options={contract.source.options} value="need" />
            <FileField name="text" label={contract.text.label} hint={contract.text.hint} files={contract.text.files} accept=".pdf" multiple />
          </FormSection>
          <FormEnd note={contract.endNote}>
            <Button variant="main">{contract.submit}</Button>
            <Button name="intent" value="draft">{contract.draft}</Button>
          </FormEnd>
        </FormSheet>
      </form>
    </>
  )
}
