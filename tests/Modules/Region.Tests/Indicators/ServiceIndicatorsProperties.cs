using CsCheck;
using Modellstadt.Kernel.Figures;
using Modellstadt.Kernel.Texts;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Indicators;

namespace Modellstadt.Region.Tests.Indicators;

/// <summary>Whatever the cases are.</summary>
public sealed class ServiceIndicatorsProperties
{
    private static readonly LocalizedText Name = new("Probe", "Probe");

    private static readonly Gen<(ServiceCases Cases, IReadOnlyDictionary<int, int> Answers)> Some = Gen.Select(
        Gen.Int[0, 40], Gen.Select(Gen.Long[0, 5_000_000], Gen.Bool).Array[0, 40], Gen.Int[0, 6].Array[5],
        (applications, decided, steps) => (
            new ServiceCases(applications, [.. decided]),
            (IReadOnlyDictionary<int, int>)steps.Index().Where(step => step.Item > 0).ToDictionary(step => step.Index + 1, step => step.Item)));

    [Fact]
    public void Half_of_the_cases_are_within_the_median_and_nine_of_ten_within_the_ninetieth_and_both_are_cases() => Some.Sample(some =>
    {
        var indicators = Of(some);
        var seconds = some.Cases.Decided.Select(decided => decided.Seconds).ToList();
        if (indicators.MedianSeconds is { } median)
        {
            Assert.Contains(median, seconds);
            Assert.True(seconds.Count(each => each <= median) * 2 >= seconds.Count);
            Assert.True(seconds.Count(each => each < median) * 2 < seconds.Count);
        }

        if (indicators.NinetiethSeconds is { } ninetieth)
        {
            Assert.Contains(ninetieth, seconds);
            Assert.True(seconds.Count(each => each <= ninetieth) * 10 >= seconds.Count * 9);
            Assert.True(indicators.MedianSeconds <= ninetieth);
        }
    });

    [Fact]
    public void Nothing_is_said_of_one_to_four_cases_and_everything_of_enough() => Some.Sample(some =>
    {
        var (indicators, decided, answers) = (Of(some), some.Cases.Decided.Count, some.Answers.Values.Sum());
        Assert.All(IndicatorFigure.All, figure => Assert.True(figure.MayBeSaid(indicators), figure.Name));
        Assert.Equal(some.Cases.Applications is > 0 and < 5 ? null : some.Cases.Applications, indicators.Applications);
        Assert.Equal(decided >= 5, indicators is { MedianSeconds: not null, WithoutPaperPercent: not null });
        Assert.Equal(decided >= 10, indicators.NinetiethSeconds is not null);
        Assert.Equal(answers >= 5, indicators.SatisfactionTenths is not null);
    });

    [Fact]
    public void The_mean_lies_between_the_worst_and_the_best_answer_and_shares_are_of_a_hundred() => Some.Sample(some =>
    {
        var indicators = Of(some);
        if (indicators.SatisfactionTenths is { } tenths)
            Assert.InRange(tenths, some.Answers.Keys.Min() * 10, some.Answers.Keys.Max() * 10);
        Assert.InRange(indicators.WithoutPaperPercent ?? 0, 0, 100);
        Assert.InRange(indicators.AnsweredPercent ?? 0, 0, 100);
    });

    [Fact]
    public void The_order_of_the_cases_does_not_matter() => Some.Sample(some =>
        Assert.Equal(Of(some), Of((some.Cases with { Decided = [.. some.Cases.Decided.Reverse()] }, some.Answers))));

    [Fact]
    public void What_a_town_signs_is_read_as_it_was_meant()
    {
        using var key = SoftwareSigningKey.Create(new Modellstadt.Testing.SeededRandomness(1).Fill);
        using var verification = VerificationKey.Import(key.PublicKey);
        Some.Sample(
            some =>
            {
                var said = new TownIndicators("05513000", true, DateTimeOffset.FromUnixTimeSeconds(1_000), DateTimeOffset.FromUnixTimeSeconds(2_000), [Of(some)]);
                var read = TownIndicators.Read(said.Sign(key), verification);
                Assert.Equal(said with { Services = read!.Services }, read);
                Assert.Equal(said.Services, read.Services);
            },
            iter: 50, threads: 1);
    }

    private static ServiceIndicators Of((ServiceCases Cases, IReadOnlyDictionary<int, int> Answers) some) => ServiceIndicators.Of("probe", Name, some.Cases, some.Answers);
}
