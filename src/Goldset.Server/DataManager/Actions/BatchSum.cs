namespace Goldset.Server.DataManager.Actions;

/// <summary>What batches came to.</summary>
/// <param name="Count">How many things were changed.</param>
/// <param name="Within">A second number, of actions that tell two.</param>
internal readonly record struct BatchSum(long Count, long Within = 0)
{
    public static BatchSum operator +(BatchSum a, BatchSum b) => new(a.Count + b.Count, a.Within + b.Within);
}
