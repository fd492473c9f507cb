using System.Reflection;
using Goldset.Data;
using Xunit.Sdk;
using Xunit.v3;

namespace Goldset.Server.Tests.Hosting;

/// <summary>
/// Runs a theory once per database engine: a row with <see cref="Engine"/> as first value, followed by the given values.
/// Where PostgreSQL is not installed its rows fail, so that nobody takes them for passed.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachEngineAttribute(params object?[] values) : DataAttribute
{
    /// <inheritdoc />
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Engine>().Select(engine => new TheoryDataRow([engine, .. values]))]);

    /// <inheritdoc />
    public override bool SupportsDiscoveryEnumeration() => true;
}
