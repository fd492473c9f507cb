namespace Goldset.Server.Http.RequestBinding;

/// <summary>A field of a request that may be absent, which differs from null: PATCH changes only what is there.</summary>
public readonly record struct Optional<T>(T Value, bool IsSet = true) : IOptional
{
    /// <summary>The value when it is set, else <paramref name="otherwise"/>.</summary>
    public T Or(T otherwise) => IsSet ? Value : otherwise;

    object? IOptional.Boxed => Value;

    /// <summary>A value that is there.</summary>
    public static implicit operator Optional<T>(T value) => new(value);
}

internal interface IOptional
{
    bool IsSet { get; }
    object? Boxed { get; }
}
