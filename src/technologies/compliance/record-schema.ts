import { prohibitedPractices } from './regulations';

type Schema = Readonly<Record<string, unknown>>;

const text = (description: string): Schema => ({ type: 'string', description });
const flag = (description: string): Schema => ({ type: 'boolean', description });
const count = (description: string): Schema => ({ type: 'integer', minimum: 0, description });
const day = (description: string): Schema => ({
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description,
});
const choice = (description: string, ...values: readonly string[]): Schema => ({ enum: values, description });
const list = (description: string, items: Schema = { type: 'string' }): Schema => ({
  type: 'array',
  items,
  description,
});
const group = (description: string, properties: Schema): Schema => ({
  type: 'object',
  properties,
  description,
});
const document = (description: string): Schema =>
  group(description, { ref: text('Path or address of the document.') });

/** The JSON schema of `ai-system.yaml`, published as `media/schemas/compliance-record.schema.json`. */
export function complianceRecordSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Compliance record of an AI system (ai-system.yaml)',
    description:
      'What is documented of an AI system under the AI Act, the GDPR, the UK GDPR and the DSA. It helps to see what is missing; it is not legal advice.',
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: {
      apiVersion: { const: 'ai-compliance/v1' },
      kind: { const: 'AISystemRecord' },
      metadata: {
        ...group('Which system, and who answers for the record.', {
          name: text('Name of the system.'),
          version: text('Version of the model that the record speaks of.'),
          owner: text('Who answers for the record.'),
          reviewed: day('Day of the last review.'),
        }),
        required: ['name'],
      },
      spec: group('What is documented.', {
        intendedPurpose: text('What the system is for, Annex IV(1)(a).'),
        jurisdictions: list('Where it is used, or its output is: EU, UK, or another.'),
        aiAct: group('Regulation (EU) 2024/1689.', aiAct()),
        gdpr: group('Regulation (EU) 2016/679 and the UK GDPR.', gdpr()),
        dsa: group('Regulation (EU) 2022/2065, for intermediary services only.', dsa()),
        model: group('The model.', {
          uri: text('Where its files are.'),
          registry: text('Its name in the registry: models:/name@alias.'),
          card: text('Path of its model card.'),
          changedOn: day('Day of the last change of the model.'),
        }),
        service: group('What serves it.', {
          kind: text('Kind of the resource.'),
          name: text('Name of the resource.'),
          namespace: text('Its namespace.'),
        }),
      }),
    },
  };
}

function aiAct(): Schema {
  return {
    role: choice(
      'Art. 3(3) and (4).',
      'provider',
      'deployer',
      'provider-and-deployer',
      'importer',
      'distributor',
    ),
    riskClass: choice('Art. 5, 6 and 50.', 'prohibited', 'high-risk', 'limited', 'not-high-risk'),
    practices: list('Practices of the system.', {
      type: 'string',
      examples: Object.keys(prohibitedPractices),
    }),
    publicBody: flag('The deployer is a public body, Art. 27(1).'),
    classification: group('How the class was found, Art. 6 and Annex III.', {
      annexIIIPoint: text('Point of Annex III, such as 5(b).'),
      exception: text('The exception that is claimed.'),
      rationale: text('Path of the assessment, Art. 6(4).'),
      assessedOn: day('Day of the assessment.'),
    }),
    riskManagement: document('Art. 9.'),
    dataGovernance: group('Art. 10(2).', {
      origin: text('Where the data come from.'),
      biasExamination: text('How bias was examined.'),
      gaps: text('Which gaps are known.'),
    }),
    technicalDocumentation: document('Art. 11 and Annex IV.'),
    logging: group('Art. 12, 19(1) and 26(6).', {
      enabled: flag('Events are logged.'),
      retentionDays: count('How long logs are kept.'),
    }),
    instructionsForUse: text('Path of the instructions, Art. 13.'),
    humanOversight: group('Art. 14.', {
      role: text('Who oversees the system.'),
      override: flag('They can override or stop it.'),
    }),
    accuracy: group('Art. 15.', {
      metrics: list('Metrics of accuracy.'),
      thresholds: { type: 'object', description: 'The least value of each metric.' },
    }),
    qms: text('Quality management system, Art. 17.'),
    documentationRetentionYears: count('How long documents are kept, Art. 18.'),
    fria: document('Impact on fundamental rights, Art. 27.'),
    conformityAssessment: text('Art. 43.'),
    declarationOfConformity: text('Art. 47.'),
    euDatabaseId: text('Number in the EU database, Art. 49.'),
    interactsWithPersons: flag('People talk with the system, Art. 50(1).'),
    generatesContent: flag('It generates audio, images, video or text, Art. 50(2).'),
    transparency: group('Art. 50.', {
      disclosure: text('How people are told.'),
      machineReadableMarking: text('How outputs are marked.'),
    }),
    literacy: group('Art. 4.', { programme: text('The programme for AI literacy.') }),
    postMarketMonitoring: group('Art. 72.', {
      plan: text('Path of the plan.'),
      metrics: list('What is monitored.'),
    }),
  };
}

function gdpr(): Schema {
  return {
    personalData: flag('Personal data are processed.'),
    largeScale: flag('On a large scale, Art. 35(3).'),
    lawfulBasis: choice(
      'Art. 6(1).',
      'consent',
      'contract',
      'legal-obligation',
      'vital-interests',
      'public-task',
      'legitimate-interests',
      'recognised-legitimate-interests',
    ),
    specialCategories: list('Special categories of data, Art. 9(1).'),
    art9Condition: text('The condition that allows them, Art. 9(2).'),
    dpia: group('Impact assessment, Art. 35.', {
      required: flag('An assessment is due.'),
      ref: text('Path of the assessment.'),
      completedOn: day('Day of its completion.'),
    }),
    retention: group('Art. 5(1)(e).', {
      trainingDataDays: count('How long training data are kept.'),
      predictionLogDays: count('How long logs of predictions are kept.'),
      topic: text('Kafka topic of the log of predictions.'),
      bucket: text('Bucket of the log of predictions.'),
    }),
    automatedDecision: group('Art. 22; in the UK 22A to 22D.', {
      solely: flag('The system decides alone.'),
      safeguards: list(
        'What exists for those concerned.',
        choice('A safeguard.', 'inform', 'representations', 'human-review', 'contest'),
      ),
    }),
    recordsOfProcessing: text('Entry in the record of processing, Art. 30.'),
    processors: list(
      'Art. 28 and 44 to 49.',
      group('A processor.', {
        name: text('Its name.'),
        dpa: text('The contract.'),
        region: text('Where it processes.'),
        transferMechanism: text('What allows the transfer.'),
      }),
    ),
  };
}

function dsa(): Schema {
  return {
    inScope: flag('The system is part of an intermediary service.'),
    providerType: choice('Of what sort.', 'hosting', 'online-platform', 'vlop', 'vlose', 'bank', 'internal'),
    recommender: group('Art. 27 and 38.', {
      mainParametersDoc: text('Where the terms tell the main parameters.'),
      options: count('How many options of ranking exist.'),
      optionSwitchUi: text('Where users choose between them.'),
      nonProfilingOption: flag('One of them is without profiling.'),
    }),
  };
}
