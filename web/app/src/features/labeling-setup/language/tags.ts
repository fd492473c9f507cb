/** What a tag does: shows data, takes answers, is a part of another tag, or arranges the screen. */
export type TagRole = 'object' | 'control' | 'child' | 'visual';

/** What an attribute may hold. */
export type AttributeType =
  'text' | 'boolean' | 'number' | 'color' | 'choice' | 'data' | 'object' | 'objects' | 'control';

export interface Attribute {
  name: string;
  type: AttributeType;
  required: boolean;
  /** The words of a `choice`, `true` and `false` of a `boolean`. */
  values: readonly string[];
  /** What counts when it is not given; undefined where nothing does, or where it depends. */
  default: string | undefined;
}

export interface Tag {
  name: string;
  role: TagRole;
  attributes: readonly Attribute[];
  /** Tags allowed directly inside; undefined where anything is, empty where nothing is. */
  children: readonly string[] | undefined;
}

/*
 * Attributes are written `name:type=default`; a star marks the required ones, `a|b` a choice of words.
 * Without a type it is text. `data` refers to a task's fields ($field), `object` and `control` to names of tags.
 */

const visibility =
  'visibleWhen:region-selected|no-region-selected|choice-selected|choice-unselected ' +
  'whenTagName:control whenLabelValue whenChoiceValue whenRole';

const classification =
  `name* toName*:object required:boolean=false requiredMessage perRegion:boolean=false perItem:boolean=false ` +
  `displayMode:tag|region-list=tag ${visibility}`;

const shape = 'opacity:number fillColor:color strokeColor:color strokeWidth:number fillOpacity:number';

const labels =
  `name* toName*:object choice:single|multiple=single value:data maxUsages:number showInline:boolean=true ` +
  `allowEmpty:boolean=false ${shape} groupDepth`;

const smart = 'smart:boolean=true smartOnly:boolean=false';

const points = 'pointSize:small|medium|large=small pointStyle:rectangle|circle=circle snap:pixel|none=none';

const path =
  'closable:boolean=false curves:boolean=false skeleton:boolean=false minPoints:number maxPoints:number ' +
  'pointSizeEnabled:number=5 pointSizeDisabled:number=3';

const text =
  'name* value*:data valueType:text|url=text saveTextResult:yes|no encoding:none|base64|base64unicode=none ' +
  'selectionEnabled:boolean=true highlightColor:color showLabels:boolean granularity:symbol|word|sentence|paragraph=symbol ' +
  'resolver';

const table: Record<TagRole, Record<string, string | [attributes: string, children: string]>> = {
  object: {
    Audio: [
      'name* value*:data hotkey sync zoom:boolean=true defaultZoom:number=1 volume:boolean=true defaultVolume:number=1 ' +
        'speed:boolean=true defaultSpeed:number=1 muted:boolean=false height:number=96 waveHeight:number=32 ' +
        'cursorWidth:number=2 cursorColor:color=#333 defaultScale:number=1 autoCenter:boolean=true ' +
        'scrollParent:boolean=true splitChannels:boolean=false decoder:webaudio|ffmpeg|none=webaudio ' +
        'player:html5|webaudio=html5 spectrogram:boolean=false showLabels:boolean=false showScores:boolean=false',
      '',
    ],
    HyperText: `${text} inline:boolean=false clickableLinks:boolean=false`,
    Image: [
      'name* value:data valueList:data smoothing:boolean width=100% maxWidth=100% height maxHeight ' +
        'zoom:boolean=true negativeZoom:boolean=false zoomBy:number=1.1 zoomControl:boolean=true ' +
        'defaultZoom:auto|original|fit=fit grid:boolean=false gridSize:number=30 gridColor:color=#EEEEF4 ' +
        'brightnessControl:boolean=false contrastControl:boolean=false rotateControl:boolean=false ' +
        'crosshair:boolean=false selectionControl:boolean=true horizontalAlignment:left|center|right=left ' +
        'verticalAlignment:top|center|bottom=top crossOrigin:none|anonymous|use-credentials=none ' +
        'showLabels:boolean=false resize:number',
      '',
    ],
    List: ['name* value*:data title', ''],
    Paragraphs: [
      'name* value*:data valueType:json|url=json layout:none|dialogue=none nameKey=author textKey=text audioUrl:data ' +
        'sync showPlayer:boolean=false saveTextResult:none|no|yes=yes highlightColor:color showLabels:boolean=false ' +
        'contextScroll:boolean=false',
      '',
    ],
    Pdf: ['name value*:data', ''],
    Table: ['name value*:data valueType=json', ''],
    Text: [text, ''],
    TimeSeries: [
      'name* value*:data valueType:url|json=url timeColumn timeFormat timeDisplayFormat durationDisplayFormat=.0f ' +
        'sep=, overviewChannels overviewWidth=25% fixedScale:boolean=false sync cursorColor:color ' +
        'multiAxis:boolean=false hotkey',
      'Channel MultiChannel',
    ],
    Video: [
      'name* value*:data frameRate:number=24 hotkey height:number=600 timelineHeight:number=64 muted:boolean=false ' +
        'sync defaultPlaybackSpeed:number=1 minPlaybackSpeed:number=0.25',
      '',
    ],
  },
  control: {
    Bitmask: ['name* toName*:object strokeWidth:number=15', ''],
    BitmaskLabels: [`${labels}`, 'Label View Header'],
    Brush: [`name* toName*:object strokeWidth:number=15 ${smart}`, ''],
    BrushLabels: [`${labels} ${smart}`, 'Label View Header'],
    Choices: [
      `${classification} choice:single|single-radio|multiple=single layout:select|inline|vertical=vertical ` +
        'showInline:boolean value:data allowNested:boolean=false',
      'Choice View Header',
    ],
    DateTime: [`${classification} only format min max step defaultValue`, ''],
    Ellipse: [`name* toName*:object ${shape} canRotate:boolean=true ${smart}`, ''],
    EllipseLabels: [`${labels} canRotate:boolean=true ${smart}`, 'Label View Header'],
    HyperTextLabels: [labels, 'Label View Header'],
    KeyPoint: [`name* toName*:object ${shape} snap:pixel|none=none ${smart}`, ''],
    KeyPointLabels: [`${labels} snap:pixel|none=none ${smart}`, 'Label View Header'],
    Labels: [labels, 'Label View Header'],
    MagicWand: ['name* toName*:object opacity:number=0.6 blurRadius:number=5 defaultThreshold:number=15', ''],
    Number: [
      `${classification} min:number max:number step:number=1 defaultValue:number hotkey slider:boolean=false`,
      '',
    ],
    Pairwise: ['name* toName*:objects selectionStyle leftClass rightClass', ''],
    ParagraphLabels: [labels, 'Label View Header'],
    Polygon: [`name* toName*:object ${shape} ${points} ${smart}`, ''],
    PolygonLabels: [`${labels} ${points} ${smart}`, 'Label View Header'],
    Ranker: ['name* toName*:object collapsible:boolean=true', 'Bucket'],
    Rating: [
      `${classification} maxRating:number=5 defaultValue:number=0 size:small|medium|large=medium icon=star hotkey`,
      '',
    ],
    Rectangle: [`name* toName*:object ${shape} canRotate:boolean=true snap:pixel|none=none ${smart}`, ''],
    RectangleLabels: [`${labels} canRotate:boolean=true snap:pixel|none=none ${smart}`, 'Label View Header'],
    Taxonomy: [
      `${classification} value:data apiUrl leafsOnly:boolean=false showFullPath:boolean=false pathSeparator maxUsages:number ` +
        'maxWidth minWidth dropdownWidth placeholder labeling:boolean=false legacy:boolean=false',
      'Choice',
    ],
    TextArea: [
      `${classification} value:data label placeholder rows:number=1 maxSubmissions:number editable:boolean=false ` +
        'skipDuplicates:boolean=false transcription:boolean=false showSubmitButton:boolean allowSubmit:boolean=true',
      'Shortcut',
    ],
    TimelineLabels: [labels, 'Label View Header'],
    TimeSeriesLabels: [labels, 'Label View Header'],
    Vector: [`name* toName*:object ${shape} ${points} ${path} ${smart}`, ''],
    VectorLabels: [`${labels} ${points} ${path} ${smart}`, 'Label View Header'],
    VideoRectangle: [`name* toName*:object ${smart}`, ''],
  },
  child: {
    Bucket: ['name* title default:boolean=false', ''],
    Channel: [
      'column* legend units displayFormat=.1f height:number=200 strokeColor:color strokeWidth:number=1 markerColor:color ' +
        'markerSize:number=0 markerSymbol=circle timeRange dataRange showAxis:boolean=true showYAxis:boolean=true ' +
        'fixedScale:boolean interpolation=curveStep',
      '',
    ],
    Choice: ['value* alias selected:boolean=false hotkey hint html style color:color', 'Choice'],
    Label: [
      'value* alias background:color hotkey selected:boolean=false selectedColor:color=#ffffff hint showAlias:boolean=false ' +
        'aliasStyle size=medium maxUsages:number granularity:symbol|word|sentence|paragraph html category:number',
      '',
    ],
    MultiChannel: [
      'height:number=200 showAxis:boolean=true showYAxis:boolean=true fixedScale:boolean',
      'Channel',
    ],
    Panel: `value open:boolean ${visibility}`,
    Relation: ['value* background:color=#fff', ''],
    Shortcut: ['value* alias hotkey background:color=#333333', ''],
  },
  visual: {
    Collapse: ['accordion:boolean=true bordered:boolean=false open:boolean', 'Panel'],
    Dialog: ['name value:data', ''],
    Filter: [
      'name* toName*:control placeholder minlength:number=3 hotkey caseSensetive:boolean=false cleanup:boolean=true',
      '',
    ],
    Header: ['value:data size:1|2|3|4|5=4 style underline:boolean=false', ''],
    Markdown: [`value:data style className idAttr ${visibility}`, ''],
    Relations: ['choice:single|multiple=multiple', 'Relation'],
    Repeater: 'on*:data indexFlag={{idx}} mode:list|pagination=list',
    Style: ['', ''],
    View: `display:block|inline=block style className idAttr ${visibility}`,
  },
};

/** Every tag of the labeling language with what may be written in it. */
export const tags: readonly Tag[] = Object.entries(table).flatMap(([role, byName]) =>
  Object.entries(byName).map(([name, entry]) => {
    const [attributes, children] = typeof entry === 'string' ? [entry, undefined] : entry;
    return {
      name,
      role: role as TagRole,
      attributes: words(attributes).map(readAttribute),
      children: children === undefined ? undefined : words(children),
    };
  }),
);

const byLowerName = new Map(tags.map((tag) => [tag.name.toLowerCase(), tag]));

/** Finds a tag by its name in any case. */
export function tagNamed(name: string): Tag | undefined {
  return byLowerName.get(name.toLowerCase());
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function readAttribute(notation: string): Attribute {
  const [, name = '', star, type = 'text', fallback] =
    /^(\w+)(\*)?(?::([^=]+))?(?:=(.*))?$/.exec(notation) ?? [];
  const choices = type.includes('|') ? type.split('|') : type === 'boolean' ? ['true', 'false'] : [];
  return {
    name,
    type: type.includes('|') ? 'choice' : (type as AttributeType),
    required: star !== undefined,
    values: choices,
    default: fallback,
  };
}
