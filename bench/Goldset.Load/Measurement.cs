using System.Globalization;

namespace Goldset.Load;

/// <summary>The unit of a number.</summary>
public enum Unit
{
    /// <summary>Milliseconds; less is better.</summary>
    Milliseconds,

    /// <summary>Seconds; less is better.</summary>
    Seconds,

    /// <summary>Megabytes; less is better.</summary>
    Megabytes,

    /// <summary>Per second; more is better.</summary>
    PerSecond,
}

/// <summary>A measured number beside its budget.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The number.</param>
/// <param name="Budget">What it should not exceed, or for rates not fall below.</param>
/// <param name="Unit">The unit of both.</param>
public sealed record Measurement(string What, double Value, double Budget, Unit Unit)
{
    /// <summary>1 is exactly the budget, 2 twice as slow or as large as promised.</summary>
    public double BudgetUsed => Unit == Unit.PerSecond ? Budget / Value : Value / Budget;

    /// <summary>The number with its unit.</summary>
    public string ValueText => Text(Value);

    /// <summary>The budget with its unit.</summary>
    public string BudgetText => (Unit == Unit.PerSecond ? "≥ " : "≤ ") + Text(Budget);

    private string Text(double number)
    {
        var digits = number switch { < 10 => "0.00", < 100 => "0.0", _ => "0" };
        var suffix = Unit switch { Unit.Milliseconds => "ms", Unit.Seconds => "s", Unit.Megabytes => "MB", _ => "/s" };
        return $"{number.ToString(digits, CultureInfo.InvariantCulture)} {suffix}";
    }
}
