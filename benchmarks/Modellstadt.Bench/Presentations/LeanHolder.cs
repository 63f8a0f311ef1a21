using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Bench.Presentations;

/// <summary>A question of the town and the wallet's finished answer.</summary>
/// <param name="Id">The management API's id of the presentation.</param>
/// <param name="ResponseUri">Where the answer is posted.</param>
/// <param name="Response">The encrypted answer.</param>
internal sealed record PreparedAnswer(Guid Id, Uri ResponseUri, string Response);

/// <summary>
/// Asks through the management API and answers as a wallet, over HTTP. It believes whoever asks and shows the same copy every
/// time: so the client takes as little of the shared processors as it can.
/// </summary>
internal sealed class LeanHolder(HttpClient management, PresentableCredential copy, Scene scene)
{
    private const string QueryId = "citizen_id";

    /// <summary>What is asked: four claims of the citizen ID, as for a permit.</summary>
    public static DcqlQuery Query { get; } =
        DcqlQuery.ForSdJwt(QueryId, "urn:modellstadt:citizen-id:1", "given_name", "family_name", "address", "resident_reference");

    /// <summary>Starts a presentation, fetches the signed question and makes the answer.</summary>
    public async Task<PreparedAnswer> PrepareAsync()
    {
        var question = new JsonObject { ["dcql_query"] = Query.ToJson(), ["purpose"] = new JsonObject { ["de"] = "Messung", ["en"] = "Measurement" } };
        using var asked = await management.PostAsJsonAsync("/management/v1/presentations", question);
        asked.EnsureSuccessStatusCode();
        var presentation = (await asked.Content.ReadFromJsonAsync<JsonObject>())!;
        var requestUri = Uri.UnescapeDataString(((string)presentation["wallet_uri"]!).Split("request_uri=")[1].Split('&')[0]);
        var request = Read(CompactJws.Parse(await management.GetStringAsync(new Uri(requestUri))).Expect().Payload);
        return new PreparedAnswer((Guid)presentation["id"]!, request.ResponseUri, Answer(request, copy, scene));
    }

    /// <summary>Posts an answer; the town has checked it when this returns.</summary>
    public async Task PostAsync(PreparedAnswer answer)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("response", answer.Response)]);
        using var reply = await management.PostAsync(answer.ResponseUri, form);
        reply.EnsureSuccessStatusCode();
    }

    /// <summary>Reads the result; an answer that was not accepted ends the run.</summary>
    public async Task ReadResultAsync(PreparedAnswer answer)
    {
        var result = await management.GetFromJsonAsync<JsonObject>($"/management/v1/presentations/{answer.Id}");
        if ((string?)result!["state"] != "received")
            throw new InvalidOperationException($"The presentation was not accepted: {result.ToJsonString()}");
    }

    /// <summary>The encrypted answer to a question.</summary>
    public static string Answer(RequestObject request, PresentableCredential copy, Scene scene)
    {
        var chosen = new Dictionary<string, PresentableCredential> { [QueryId] = copy };
        return PresentationResponse.Encrypt(request, PresentationResponse.Present(request, chosen, scene.Time.GetUtcNow()).Expect(), scene.Random.Fill);
    }

    private static RequestObject Read(JsonObject payload)
    {
        var key = JsonWebKey.Parse(payload["client_metadata"]!["jwks"]!["keys"]![0]!.AsObject()).Expect();
        var encryption = new ResponseEncryption(key, ResponseEncryption.DefaultEncryptions);
        return new RequestObject((string)payload["client_id"]!, new Uri((string)payload["response_uri"]!), (string)payload["nonce"]!, Query, encryption)
        {
            State = (string?)payload["state"],
        };
    }
}
