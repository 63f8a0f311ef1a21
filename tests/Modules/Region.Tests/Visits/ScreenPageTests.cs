using System.Net;
using System.Text.RegularExpressions;
using Modellstadt.Kernel.Texts;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Showroom;
using Modellstadt.Region.Showroom.BigScreen;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Visits;

/// <summary>The big screen without scripts.</summary>
public sealed partial class ScreenPageTests
{
    [Fact]
    public async Task The_screen_shows_one_picture_and_leads_to_the_next_until_it_begins_again()
    {
        await using var town = await RegionTown.StartAsync();
        var room = StaffBrowser.Of(town);
        var seen = new List<string>();
        var address = ScreenPage.Address;
        do
        {
            var page = await room.OpenAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            seen.Add(Assert.Single(Visible().Matches(page.Html)).Groups["slide"].Value);
            address = Next().Match(page.Html).Groups["address"].Value;
        }
        while (address != $"{ScreenPage.Address}?slide=1");

        Assert.Equal(["start", "map", "themes", "timeline", "money"], seen);
    }

    [Fact]
    public async Task A_paused_picture_stays_and_says_how_to_go_on()
    {
        await using var town = await RegionTown.StartAsync();
        var room = StaffBrowser.Of(town);

        Assert.Contains("href=\"/showroom/screen?slide=3&pause=yes\"", (await room.OpenAsync("/showroom/screen?slide=3")).Html, StringComparison.Ordinal);
        var paused = (await room.OpenAsync("/showroom/screen?slide=3&pause=yes")).Html;
        Assert.Contains("Weiterlaufen</a>", paused, StringComparison.Ordinal);
        Assert.Contains("href=\"/showroom/screen?slide=4&pause=yes\"", paused, StringComparison.Ordinal);
        Assert.Equal("start", Visible().Match((await room.OpenAsync("/showroom/screen?slide=99")).Html).Groups["slide"].Value);
    }

    [Fact]
    public void A_picture_that_would_be_empty_is_left_out_and_what_is_live_comes_last()
    {
        var nothing = new RegionShowroom(new RegionFacts([], [], [], new Topics(new Dictionary<string, LocalizedText>()), null), [], new ShowroomFilter(null, null, null));

        Assert.Equal([ScreenSlide.Start, ScreenSlide.Map], new ScreenTour(nothing, null, HasLive: false).Slides);
        Assert.Equal([ScreenSlide.Start, ScreenSlide.Map, ScreenSlide.Live], new ScreenTour(nothing, null, HasLive: true).Slides);
    }

    [GeneratedRegex("""<section [^>]*data-slide="(?<slide>[a-z]+)" [^>]*?(?<!hidden)>""")]
    private static partial Regex Visible();

    [GeneratedRegex("""data-screen-next href="(?<address>[^"]+)""")]
    private static partial Regex Next();
}
