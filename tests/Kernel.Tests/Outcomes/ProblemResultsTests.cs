using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Kernel.Tests.Outcomes;

public sealed class ProblemResultsTests
{
    [Theory]
    [InlineData("de", "Geschlossen", "Die Bücherei ist zu.", "Kommen Sie morgen wieder.")]
    [InlineData("en", "Closed", "The library is closed.", "Come back tomorrow.")]
    public async Task A_refusal_leaves_as_a_problem_document_in_the_callers_language(string language, string title, string sentence, string nextStep)
    {
        var context = new DefaultHttpContext { TraceIdentifier = "trace-1", RequestServices = Services() };
        context.Request.Headers.AcceptLanguage = language;
        context.RequestServices.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        using var body = new MemoryStream();
        context.Response.Body = body;

        await context.Problem(new Closed()).ExecuteAsync(context);

        var problem = JsonNode.Parse(body.ToArray())!;
        Assert.Equal(409, context.Response.StatusCode);
        Assert.Equal("application/problem+json", context.Response.ContentType);
        Assert.Equal("urn:modellstadt:shelf:closed", (string?)problem["type"]);
        Assert.Equal((title, sentence, 409), ((string?)problem["title"], (string?)problem["detail"], (int?)problem["status"]));
        Assert.Equal((nextStep, context.FlowId()), ((string?)problem["nextStep"], (string?)problem["flowId"]));
    }

    [Fact]
    public void A_flow_id_can_be_read_out_on_the_telephone_and_tells_nothing()
    {
        var one = new DefaultHttpContext { TraceIdentifier = "0HN8:00000001" };
        var other = new DefaultHttpContext { TraceIdentifier = "0HN8:00000002" };
        Assert.Matches("^[0-9A-F]{10}$", one.FlowId());
        Assert.Equal(one.FlowId(), one.FlowId());
        Assert.NotEqual(one.FlowId(), other.FlowId());
    }

    private static ServiceProvider Services() => new ServiceCollection().AddLogging().AddHttpContextAccessor().AddScoped<CurrentLanguage>().BuildServiceProvider();
}
