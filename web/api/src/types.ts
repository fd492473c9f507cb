/** A JSON value as the API passes it through unread: task data, results, labeling options. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Date and time as ISO 8601 text in UTC. */
export type Timestamp = string;

/** One page of a list; `next` and `previous` are absolute addresses. */
export interface Page<T> {
  count: number;
  next: string | null;
  previous: string | null;
  results: T[];
}

export interface UserSummary {
  id: number;
  first_name: string;
  last_name: string;
  username: string;
  email: string;
  avatar: string | null;
}

export interface User extends UserSummary {
  initials: string;
  phone: string;
  last_activity: Timestamp;
  active_organization: number | null;
  active_organization_meta: { title: string; email: string };
  allow_newsletters: boolean | null;
  date_joined: Timestamp;
  custom_hotkeys: CustomHotkeys | null;
}

/** The signed-in user, with the names of everything they may do. */
export interface CurrentUser extends User {
  permissions: string[];
}

/** Changed keys by `<section>:<element>`. */
export type CustomHotkeys = Record<string, { key: string; active?: boolean }>;

export interface Organization {
  id: number;
  title: string;
  created_at: Timestamp;
  updated_at: Timestamp;
  contact_info: string | null;
  /** Id of the owner. */
  created_by: number | null;
  users: number[];
}

export interface ProjectLink {
  id: number;
  title: string;
}

export interface OrganizationMember {
  id: number;
  organization: number;
  user: User & {
    /** Null unless asked for with `contributed_to_projects`. */
    created_projects: ProjectLink[] | null;
    contributed_to_projects: ProjectLink[] | null;
  };
}

/** What one member has done in the organization. */
export interface Membership {
  user: number;
  organization: number;
  contributed_projects_count: number;
  annotations_count: number;
  created_at: Timestamp;
}

export interface Invite {
  token: string;
  /** Path of the sign-up page with the token in its query. */
  invite_url: string;
}

export interface TokenSettings {
  api_tokens_enabled: boolean;
  legacy_api_tokens_enabled: boolean;
}

export type Sampling = 'Sequential sampling' | 'Uniform sampling' | 'Uncertainty sampling';

export type SkipQueue = 'REQUEUE_FOR_ME' | 'REQUEUE_FOR_OTHERS' | 'IGNORE_SKIPPED';

/** One control of a labeling configuration, as the server understood it. */
export interface ParsedControl {
  type: string;
  to_name: string[];
  inputs: { type: string; valueType: string | null; value?: string; valueList?: string }[];
  labels: string[];
  labels_attrs: Record<string, Record<string, string>>;
  regex?: Record<string, string>;
  dynamic_labels?: boolean;
  conditionals?: { type: 'tag' | 'label' | 'choice'; name: string };
}

export interface Project {
  id: number;
  title: string;
  description: string | null;
  label_config: string;
  expert_instruction: string;
  show_instruction: boolean;
  show_skip_button: boolean;
  enable_empty_annotation: boolean;
  show_annotation_history: boolean;
  organization: number | null;
  /** `#RRGGBB`; white means none. */
  color: string;
  /** Annotations wanted for each task. */
  maximum_annotations: number;
  is_published: boolean;
  model_version: string | null;
  is_draft: boolean;
  created_by: UserSummary | null;
  created_at: Timestamp;
  min_annotations_to_start_training: number;
  start_training_on_annotation_update: boolean;
  show_collab_predictions: boolean;
  num_tasks_with_annotations: number | null;
  task_number: number | null;
  useful_annotation_number: number | null;
  ground_truth_number: number | null;
  skipped_annotations_number: number | null;
  total_annotations_number: number | null;
  total_predictions_number: number | null;
  sampling: Sampling | null;
  show_ground_truth_first: boolean;
  show_overlap_first: boolean;
  /** Share of tasks, in percent, that get `maximum_annotations`. */
  overlap_cohort_percentage: number;
  control_weights: Record<string, { overall: number; type: string; labels: Record<string, number> }> | null;
  parsed_label_config: Record<string, ParsedControl> | null;
  evaluate_predictions_automatically: boolean;
  config_has_control_tags: boolean;
  skip_queue: SkipQueue | null;
  reveal_preannotations_interactively: boolean;
  pinned_at: Timestamp | null;
  finished_task_number: number | null;
  queue_total: number;
  queue_done: number;
  config_suitable_for_bulk_annotation: boolean;
}

export interface ProjectSummaryData {
  project: number;
  /** Number of tasks having each data field. */
  all_data_columns: Record<string, number>;
  /** Data fields every task has. */
  common_data_columns: string[];
  created_annotations: Record<string, number>;
  created_labels: Record<string, Record<string, number>>;
  created_labels_drafts: Record<string, Record<string, number>>;
}

export interface Template {
  title: string;
  group: string;
  /** `community` or `enterprise`. */
  type: string;
  order?: number | null;
  image: string;
  /** HTML. */
  details: string;
  config: string;
}

export interface Templates {
  templates: Template[];
  groups: string[];
}

/** One region, relation or per-task answer inside a result. */
export interface ResultItem {
  id?: string;
  type: string;
  from_name?: string;
  to_name?: string;
  value?: Record<string, Json>;
  [key: string]: Json | Record<string, Json> | undefined;
}

export interface Annotation {
  id: number;
  result: ResultItem[] | null;
  created_username: string;
  created_ago: string;
  completed_by: number | null;
  was_cancelled: boolean;
  ground_truth: boolean;
  created_at: Timestamp;
  updated_at: Timestamp;
  draft_created_at: Timestamp | null;
  /** Seconds spent. */
  lead_time: number | null;
  import_id: number | null;
  last_action: string | null;
  bulk_created: boolean;
  task: number;
  project: number;
  updated_by: number | null;
  parent_prediction: number | null;
  parent_annotation: number | null;
  last_created_by: number | null;
}

export interface Draft {
  id: number;
  /** E-mail address of its author. */
  user: string;
  created_username: string;
  created_ago: string;
  result: ResultItem[];
  lead_time: number | null;
  was_postponed: boolean;
  import_id: number | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  task: number | null;
  annotation: number | null;
}

export interface Prediction {
  id: number;
  result: ResultItem[];
  model_version: string | null;
  created_ago: string;
  score: number | null;
  cluster: number | null;
  neighbors: Json;
  mislabeling: number;
  created_at: Timestamp;
  updated_at: Timestamp;
  model: number | null;
  model_run: number | null;
  task: number;
  project: number;
}

export interface Task {
  id: number;
  data: Record<string, Json>;
  meta: Json;
  created_at: Timestamp;
  updated_at: Timestamp;
  is_labeled: boolean;
  allow_skip: boolean | null;
  overlap: number;
  inner_id: number | null;
  total_annotations: number;
  cancelled_annotations: number;
  total_predictions: number;
  project: number | null;
  updated_by: number | null;
  file_upload: number | string | null;
  annotations?: Annotation[];
  predictions?: Prediction[];
  drafts?: Draft[];
}

export interface ExportFormat {
  name: string;
  title: string;
  description: string;
  link: string | null;
  /** Missing for the general formats. */
  tags?: string[];
  disabled?: boolean;
}

export interface ServerVersion {
  release: string;
  edition?: string;
  backend?: { version?: string; commit?: string };
}
