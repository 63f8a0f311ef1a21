using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Modellstadt.Accounts.Tests.Clients;

/// <summary>A program of somebody else, as the town's administrators made it.</summary>
internal sealed class ForeignProgram(AccountsTown town, Guid id, string secret)
{
    private readonly HttpClient line = town.Client();

    public Guid Id => id;

    public string Secret { get; set; } = secret;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ForeignProgram> MakeAsync(AccountsTown town, params string[] scopes)
    {
        using var management = town.ManagementClient();
        using var answer = await management.PostAsJsonAsync("/management/v1/clients", new { name = "Park & Ruhr", purpose = "Handyparken", scopes }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var made = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
        return new ForeignProgram(town, (Guid)made["client_id"]!, (string)made["client_secret"]!);
    }

    public static async Task<HttpStatusCode> ManageAsync(AccountsTown town, string path)
    {
        using var management = town.ManagementClient();
        using var answer = await management.PostAsync($"/management/v1/clients/{path}", null, Cancellation);
        return answer.StatusCode;
    }

    /// <summary>Asks for a token; the answer as it is.</summary>
    public Task<(HttpStatusCode Status, JsonObject Said)> AskAsync(params (string Name, string Value)[] more) =>
        SendAsync(Basic(id.ToString(), Secret), [("grant_type", "client_credentials"), .. more]);

    public async Task<(HttpStatusCode Status, JsonObject Said)> SendAsync(AuthenticationHeaderValue? shown, IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/oauth/token") { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        request.Headers.Authorization = shown;
        using var answer = await line.SendAsync(request, Cancellation);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!);
    }

    public async Task<string> TokenAsync(params (string Name, string Value)[] more)
    {
        var (status, said) = await AskAsync(more);
        Assert.Equal(HttpStatusCode.OK, status);
        return (string)said["access_token"]!;
    }

    /// <summary>Opens an address with a token; status and what the header WWW-Authenticate says.</summary>
    public async Task<(HttpStatusCode Status, string Challenge)> OpenAsync(string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await line.SendAsync(request, Cancellation);
        return (answer.StatusCode, answer.Headers.WwwAuthenticate.ToString());
    }

    public static AuthenticationHeaderValue Basic(string name, string word) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{word}")));
}
