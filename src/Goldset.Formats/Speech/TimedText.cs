namespace Goldset.Formats.Speech;

/// <summary>What a file about stretches of a recording is written in.</summary>
internal enum TimedText
{
    /// <summary>SubRip.</summary>
    Srt,

    /// <summary>Web Video Text Tracks.</summary>
    WebVtt,

    /// <summary>Rich Transcription Time Marked: who speaks when.</summary>
    Rttm,
}
