import type { components } from './schema';

type Schemas = components['schemas'];

/** Date and time as ISO 8601 text in UTC. */
export type Timestamp = string;

export type UserSummary = Schemas['UserSimple'];
export type User = Schemas['UserResponse'];
/** The signed-in user, with the names of everything they may do. */
export type CurrentUser = Schemas['WhoAmIResponse'];
/** Changed keys by `<section>:<element>`. */
export type CustomHotkeys = Schemas['Hotkeys'];

export type Organization = Schemas['OrganizationResponse'];
export type OrganizationMember = Schemas['MemberResponse'];
/** What one member has done in the organization. */
export type Membership = Schemas['MemberDetail'];
export type Invite = Schemas['InviteResponse'];
export type TokenSettings = Schemas['TokenSettings'];

export type Project = Schemas['ProjectResponse'];
export type ProjectChanges = Schemas['ProjectRequest'];
export type ProjectLink = Schemas['ProjectTitle'];
export type ProjectSummaryData = Schemas['SummaryResponse'];
/** A project as the data manager sees it: with live counts and what this person may do. */
export type DataProject = Schemas['DataManagerProject'];
export type Sampling = NonNullable<Schemas['ProjectRequest']['sampling']>;
export type SkipQueue = NonNullable<Schemas['ProjectRequest']['skip_queue']>;
/** One control of a labeling configuration, as the server understood it. */
export type ParsedControl = Schemas['ParsedControl'];
export type Template = Schemas['LabelingTemplate'];
export type Templates = Schemas['TemplateCatalog'];

/** A task with everything known of it. */
export type Task = Schemas['DataManagerTask'];
/** A task as the list carries it. */
export type ListedTask = Schemas['ListedTask'];
export type TaskPage = Schemas['TaskPage'];
export type NextTask = Schemas['NextTaskResponse'];
/** A task met in the stream. */
export type Visit = Schemas['VisitResponse'];
/** One region, relation or per-task answer inside a result. */
export type ResultItem = Schemas['Region'];
export type Annotation = Schemas['AnnotationResponse'];
export type Draft = Schemas['DraftResponse'];
export type Prediction = Schemas['PredictionResponse'];

export type Column = Schemas['Column'];
export type View = Schemas['ViewResponse'];
export type ViewData = Schemas['ViewData'];
export type Filters = Schemas['Filters'];
export type FilterItem = Schemas['FilterItem'];
export type SelectedItems = Schemas['SelectedItems'];
export type TaskAction = Schemas['ActionResponse'];
export type ActionField = Schemas['FormField'];
export type ActionBody = Schemas['ActionRequest'];
export type ActionAnswer = Schemas['ActionAnswer'];

/** What reading a file brought, before or after tasks were made of it. */
export type ImportAnswer = Schemas['ImportResponse'];
/** What files hold as a dataset of another tool. */
export type FoundDataset = Schemas['FoundDataset'];
export type ReimportAnswer = Schemas['ReimportResponse'];
/** An import or action that goes on in the background. */
export type Job = Schemas['JobResponse'];
export type ExportFormat = Schemas['ExportFormatResponse'];
/** What an export holds, and what it leaves out and why. */
export type ExportReceipt = Schemas['ExportReceipt'];
/** A project's tasks as they were at one moment, kept as a file. */
export type Snapshot = Schemas['SnapshotResponse'];
export type SnapshotRequest = Schemas['SnapshotRequest'];
export type ServerVersion = Schemas['ServerVersion'];
