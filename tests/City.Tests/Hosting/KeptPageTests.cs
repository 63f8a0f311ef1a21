using System.Net;

namespace Modellstadt.City.Tests.Hosting;

/// <summary>Pages of the showroom are drawn once for a crowd, and each reader still gets their own language and packing.</summary>
public sealed class KeptPageTests(HostedTown hosted) : IClassFixture<HostedTown>
{
    [Theory]
    [InlineData("/showroom")]
    [InlineData("/showroom/towns/05513000")]
    [InlineData("/showroom/projects/smartphone-buerger-id")]
    public async Task A_crowd_gets_one_drawing_each_reader_in_their_language(string path)
    {
        using var crowd = HostedTown.NewClient();
        var answers = new List<(string Language, bool Kept, string Page)>();
        while (answers.Count < 200 && answers.Count(answer => answer.Kept) < 20)
        {
            var language = answers.Count % 2 == 0 ? "de" : "en";
            answers.Add(await ReadAsync(crowd, path, language));
        }

        Assert.True(answers.Count(answer => answer.Kept) >= 20, "Of 200 pages hardly one was kept.");
        Assert.All(answers, answer => Assert.Contains($"<html lang=\"{answer.Language}\"", answer.Page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_takes_no_packing_gets_none_from_those_who_do()
    {
        using var crowd = HostedTown.NewClient();
        for (var turn = 0; turn < 10; turn++)
        {
            var packing = turn % 2 == 0 ? "br" : "identity";
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(hosted.Town.PortalUrl, "/showroom"));
            request.Headers.Add("Accept-Encoding", packing);
            using var answer = await crowd.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(packing is "br" ? ["br"] : [], answer.Content.Headers.ContentEncoding);
        }
    }

    [Fact]
    public async Task A_choice_of_language_is_kept_for_nobody_else()
    {
        using var crowd = HostedTown.NewClient();
        for (var turn = 0; turn < 4; turn++)
        {
            var (_, kept, page) = await ReadAsync(crowd, "/showroom?lang=en", "de");
            Assert.False(kept);
            Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        }
    }

    private async Task<(string Language, bool Kept, string Page)> ReadAsync(HttpClient crowd, string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(hosted.Town.PortalUrl, path));
        request.Headers.Add("Accept-Language", language);
        using var answer = await crowd.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        // RFC 9111, 5.1: whoever answers from what is kept says how old it is.
        return (language, answer.Headers.Age is not null, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
