using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Parking.Tests.Permits;

namespace Modellstadt.Parking.Tests.Interfaces;

/// <summary>A program of somebody else with a client of the town.</summary>
internal sealed class ForeignProgram(PermitTown town, Guid id, string secret)
{
    private readonly HttpClient line = town.Client();
    private string? token;

    public Guid Id => id;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ForeignProgram> MakeAsync(PermitTown town, params string[] scopes)
    {
        using var management = town.ManagementClient();
        using var answer = await management.PostAsJsonAsync("/management/v1/clients", new { name = "Park & Ruhr", purpose = "Handyparken", scopes }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var made = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
        return new ForeignProgram(town, (Guid)made["client_id"]!, (string)made["client_secret"]!);
    }

    /// <summary>Asks whether plates may park; the answer as it is.</summary>
    public Task<HttpResponseMessage> AskAsync(params IEnumerable<object> questions) => SendAsync(HttpMethod.Post, "/api/parking/v1/rights/queries", new { questions });

    /// <summary>Asks one question that is answered.</summary>
    public async Task<JsonObject> AnswerAsync(object question)
    {
        using var answer = await AskAsync(question);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["answers"]!.AsArray().Single()!.AsObject();
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, string? etag = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ??= await TokenAsync());
        if (etag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        return await line.SendAsync(request, Cancellation);
    }

    /// <summary>The same program on a line to a town that was started again.</summary>
    public ForeignProgram After(PermitTown restarted) => new(restarted, id, secret);

    /// <summary>Gets a new token at the next question.</summary>
    public void ForgetToken() => token = null;

    private async Task<string> TokenAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/oauth/token") { Content = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{id}:{secret}")));
        using var answer = await line.SendAsync(request, Cancellation);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["access_token"]!;
    }
}
