declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  /** A request about to be sent. */
  export interface OutgoingRequest {
    url: string;
    method?: string;
    headers: Record<string, string>;
  }

  export interface SwaggerUIOptions {
    spec: object;
    domNode: Element;
    docExpansion: 'none' | 'list' | 'full';
    tryItOutEnabled: boolean;
    displayRequestDuration: boolean;
    defaultModelsExpandDepth: number;
    requestInterceptor: (request: OutgoingRequest) => OutgoingRequest;
    onComplete: () => void;
  }

  export interface SwaggerUISystem {
    layoutActions: { show(thing: string[], shown: boolean): void };
  }

  export default function SwaggerUI(options: SwaggerUIOptions): SwaggerUISystem;
}
