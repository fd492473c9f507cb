namespace Goldset.Server.Http;

/// <summary>What a query parameter holds.</summary>
public enum QueryType
{
    /// <summary>Any text.</summary>
    Text,
    /// <summary>A whole number.</summary>
    Integer,
    /// <summary>A switch, see <see cref="QueryValues.Flag"/>.</summary>
    Switch,
    /// <summary>Numbers separated by commas, or the parameter repeated.</summary>
    Integers,
    /// <summary>Names separated by commas, or the parameter repeated.</summary>
    Names,
}

/// <summary>Endpoint metadata: a query parameter that the endpoint reads by itself.</summary>
/// <param name="Name">As in the address.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Description">What it does, and what holds without it.</param>
/// <param name="Required">Whether the request is refused without it.</param>
public sealed record QueryParameter(string Name, QueryType Type, string Description, bool Required = false);
