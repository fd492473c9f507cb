using System.Globalization;
using System.Text;
using CsCheck;

namespace Goldset.Labeling.Tests;

public class PythonFloatTests
{
    [Theory]
    [InlineData(5, "5.0")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(67.2, "67.2")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(99999999.999999, "99999999.999999")]
    [InlineData(123456789012.25, "123456789012.25")]
    [InlineData(1e16, "1e+16")]
    [InlineData(0, "0.0")]
    public void A_float_is_written_as_Python_does(double value, string text) => Write(value).ShouldBe(text);

    [Fact]
    public void Any_float_is_the_shortest_decimal_that_reads_back_the_same() =>
        Gen.OneOf(
            Gen.Double[-1e9, 1e9],
            Gen.Double[-100, 100],
            Gen.Select(Gen.Long[-10_000_000_000, 10_000_000_000], Gen.Int[0, 9], (digits, places) => digits / Math.Pow(10, places)),
            Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 4000], (percent, pixels) => percent / 100.0 * pixels / 100))
        .Sample(value =>
        {
            var text = Write(value);
            double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ShouldBe(value);
            Digits(text).ShouldBe(Digits(value.ToString("R", CultureInfo.InvariantCulture)));
        });

    private static string Write(double value)
    {
        Span<byte> bytes = stackalloc byte[PythonFloat.MaxLength];
        return Encoding.UTF8.GetString(bytes[..PythonFloat.Write(value, 2, bytes)]);
    }

    private static string Digits(string number) => new string([.. number.TakeWhile(c => c is not ('e' or 'E')).Where(char.IsAsciiDigit)]).Trim('0');
}
