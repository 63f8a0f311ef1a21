using System.Text.Json;
using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Tests.Projects;

/// <summary>Dates that are as precise as their source.</summary>
public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2020", "2020-01-01", "2020-12-31")]
    [InlineData("2020-02", "2020-02-01", "2020-02-29")]
    [InlineData("2019-09-02", "2019-09-02", "2019-09-02")]
    public void A_date_knows_the_days_it_can_mean_and_is_written_as_it_was_read(string text, string first, string last)
    {
        var date = PartialDate.Read(text)!.Value;
        Assert.Equal((first, last), ($"{date.First:yyyy-MM-dd}", $"{date.Last:yyyy-MM-dd}"));
        Assert.Equal(text, date.ToString());
        Assert.Equal(date, JsonSerializer.Deserialize<PartialDate>(JsonSerializer.Serialize(date)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("20")]
    [InlineData("2020-7")]
    [InlineData("2020-13")]
    [InlineData("2021-02-29")]
    [InlineData("1899")]
    [InlineData("2200")]
    [InlineData("14.07.2020")]
    [InlineData("2020-07-14T00:00")]
    [InlineData("٢٠٢٠")]
    public void What_is_no_date_is_not_guessed(string? text) => Assert.Null(PartialDate.Read(text));

    [Fact]
    public void A_date_in_a_document_that_is_none_is_refused() => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PartialDate>("\"2020-99\""));
}
