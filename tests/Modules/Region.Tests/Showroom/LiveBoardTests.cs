using Modellstadt.Kernel.Figures;
using Modellstadt.Region.Showroom;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Showroom;

/// <summary>Figures of this moment.</summary>
public sealed class LiveBoardTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_visitors_cost_the_modules_no_more_than_one_and_see_new_figures_half_a_minute_later()
    {
        var (time, source) = (new SettableTime(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero)), new Counting());
        using var board = new LiveBoard([source], time);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => board.ReadAsync(Cancellation)));
        Assert.Equal(1, source.Asked);
        time.Now += TimeSpan.FromSeconds(31);
        Assert.Equal(2, Assert.Single((await board.ReadAsync(Cancellation)).Figures).Value);
    }

    [Theory]
    [InlineData(1, "1 Sekunde")]
    [InlineData(38, "38 Sekunden")]
    [InlineData(119, "119 Sekunden")]
    [InlineData(120, "2 Minuten")]
    [InlineData(7_199, "119 Minuten")]
    [InlineData(7_200, "2 Stunden")]
    [InlineData(172_800, "2 Tage")]
    public void A_time_span_is_said_in_the_largest_unit_of_which_there_are_two(long seconds, string words) =>
        Assert.Equal(words, ShowroomTexts.For(Kernel.Texts.Language.German).Duration(seconds));

    private sealed class Counting : ILiveFigures
    {
        private int asked;

        public int Asked => asked;

        public Task<IReadOnlyList<LiveFigure>> ReadAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<LiveFigure>>([new LiveFigure(new("Fragen", "questions"), Interlocked.Increment(ref asked))]);
    }
}
