using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Kernel.Tests.Outcomes;

public sealed class StoredRefusalTests
{
    [Fact]
    public void A_refusal_is_read_again_as_it_was_spoken_in_both_languages()
    {
        var read = StoredRefusal.Read(StoredRefusal.Of(new Closed()).Write());
        Assert.Equal(("urn:modellstadt:shelf:closed", 409), (read.Type, read.StatusCode));
        Assert.Equal(new Closed().In(Language.German), read.In(Language.German));
        Assert.Equal(new Closed().In(Language.English), read.In(Language.English));
    }

    [Fact]
    public void What_was_stored_once_can_be_stored_again()
    {
        var once = StoredRefusal.Of(new Closed());
        Assert.Equal(once, StoredRefusal.Of(once));
    }

    [Fact]
    public void The_words_of_a_refused_page_travel_with_its_request()
    {
        var context = new DefaultHttpContext();
        Assert.Null(context.PageRefusal());
        context.RefusePage(new Closed());
        Assert.Equal((409, new Closed()), (context.Response.StatusCode, context.PageRefusal()));
    }
}
