/** JSON of the API in the name of one person. */
export interface Api {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  patch<T>(path: string, body: unknown): Promise<T>;
  /** Uploads a file and makes tasks of it. */
  importFile(projectId: number, name: string, content: Uint8Array): Promise<void>;
}

export interface Project {
  id: number;
  title: string;
}

export interface Region {
  id: string;
  type: string;
  from_name: string;
  to_name: string;
  origin?: string;
  original_width?: number;
  original_height?: number;
  image_rotation?: number;
  item_index?: number;
  value: {
    start?: number;
    end?: number;
    text?: string;
    labels?: string[];
    x?: number;
    y?: number;
    width?: number;
    height?: number;
    rotation?: number;
    rectanglelabels?: string[];
    rle?: number[];
    imageDataURL?: string;
    vertices?: { id: string }[];
  };
}

export interface Annotation {
  id: number;
  was_cancelled: boolean;
  result: Region[];
}

export interface Task {
  id: number;
  data: Record<string, string>;
  annotations: Annotation[];
}

export function api(address: string, token: string): Api {
  const headers = { Authorization: `Token ${token}` };
  const answerOf = async <T>(path: string, init: RequestInit): Promise<T> => {
    const answer = await fetch(address + path, init);
    const text = await answer.text();
    if (!answer.ok)
      throw new Error(`${init.method ?? 'GET'} ${path}: ${String(answer.status)} ${text.slice(0, 500)}`);
    return JSON.parse(text) as T;
  };
  const send =
    (method: string) =>
    <T>(path: string, body: unknown): Promise<T> =>
      answerOf(path, {
        method,
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
  return {
    get: (path) => answerOf(path, { headers }),
    post: send('POST'),
    patch: send('PATCH'),
    importFile: async (projectId, name, content) => {
      const body = new FormData();
      body.append('file', new Blob([new Uint8Array(content)]), name);
      await answerOf(`/api/projects/${String(projectId)}/import`, { method: 'POST', headers, body });
    },
  };
}

/** Every task of a project with its annotations, by id. */
export function tasksOf(server: Api, projectId: number): Promise<Task[]> {
  return server.get<Task[]>(
    `/api/projects/${String(projectId)}/export?exportType=JSON&download_all_tasks=true`,
  );
}
