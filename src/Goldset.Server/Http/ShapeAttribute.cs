namespace Goldset.Server.Http;

/// <summary>
/// What a field of JSON that passes through untyped holds, for the API description: the schema of that name in
/// <c>ApiReference/shapes.json</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ShapeAttribute(string name) : Attribute
{
    /// <summary>The schema's name.</summary>
    public string Name { get; } = name;

    /// <summary>May be null.</summary>
    public bool Null { get; init; }
}
