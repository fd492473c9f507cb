namespace Goldset.Server.Http.RequestBinding;

/// <summary>The rules of a request field, applied by <see cref="RequestBinder"/> and shown in the API description.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute : Attribute
{
    /// <summary>Must be there on POST and PUT.</summary>
    public bool Required { get; init; }

    /// <summary>May be null. Nullable number, switch and time types imply it.</summary>
    public bool Null { get; init; }

    /// <summary>A text may be empty.</summary>
    public bool Blank { get; init; }

    /// <summary>Longest text; 0: no limit.</summary>
    public int MaxLength { get; init; }

    /// <summary>Shortest text that is not blank.</summary>
    public int MinLength { get; init; }

    /// <summary>Smallest number.</summary>
    public long MinValue { get; init; } = long.MinValue;

    /// <summary>Largest number.</summary>
    public long MaxValue { get; init; } = long.MaxValue;

    /// <summary>The only texts allowed.</summary>
    public string[]? Choices { get; init; }

    /// <summary>A text must be an e-mail address.</summary>
    public bool Email { get; init; }

    /// <summary>A text must be an http or https address.</summary>
    public bool Url { get; init; }

    /// <summary>JSON that is stored as it was sent; its texts may hold half of a surrogate pair.</summary>
    public bool AsSent { get; init; }

    /// <summary>A text keeps its leading and trailing white space.</summary>
    public bool KeepSpace { get; init; }
}
