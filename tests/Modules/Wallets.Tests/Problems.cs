using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Modellstadt.Wallets.Tests;

/// <summary>Reads problem documents.</summary>
internal static class Problems
{
    /// <summary>Asserts that an answer is this refusal, and lets go of it.</summary>
    public static async Task AssertAsync(HttpStatusCode status, string name, HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(status, answer.StatusCode);
            var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
            Assert.Equal($"urn:modellstadt:wallets:{name}", (string?)problem["type"]);
            Assert.NotEmpty((string?)problem["nextStep"] ?? "");
        }
    }

    /// <summary>The status of an answer, which is let go of.</summary>
    public static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        return answer.StatusCode;
    }
}
