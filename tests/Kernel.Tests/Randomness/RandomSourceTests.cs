using CsCheck;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Testing;

namespace Modellstadt.Kernel.Tests.Randomness;

public sealed class RandomSourceTests
{
    [Fact]
    public void A_new_identifier_is_a_random_uuid() => Gen.Int.Sample(seed =>
    {
        var id = new SeededRandomness(seed).NewId();
        Assert.Equal(4, id.Version);
        Assert.InRange(id.Variant, 8, 11);
    });

    [Fact]
    public void A_number_stays_below_its_bound_and_reaches_every_value()
    {
        var random = new SeededRandomness(1);
        var drawn = Enumerable.Range(0, 2_000).Select(_ => random.NextInt(7)).ToHashSet();
        Assert.Equal(Enumerable.Range(0, 7), drawn.Order());
    }

    [Fact]
    public void A_typed_code_is_understood_however_it_is_written() => Gen.Int.Sample(seed =>
    {
        var code = TypedCode.Create('B', new SeededRandomness(seed));
        Assert.Equal(code, TypedCode.Normalize(code));
        Assert.Equal(code, TypedCode.Normalize(TypedCode.Show(code)));
        Assert.Equal(code, TypedCode.Normalize($"  {code[..4].ToLowerInvariant()} {code[4..].ToLowerInvariant()} "));
        Assert.DoesNotContain(code, character => "01OIL".Contains(character));
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("B3K7QM2")]
    [InlineData("B3K7QM2PP")]
    [InlineData("B3K7QM2!")]
    [InlineData("B3K7 QM2O")]
    public void What_cannot_be_a_code_is_not_one(string? typed) => Assert.Null(TypedCode.Normalize(typed));
}
