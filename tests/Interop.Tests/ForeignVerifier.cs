using System.Text.Json.Nodes;

namespace Modellstadt.Interop.Tests;

/// <summary>A foreign implementation as a verifier.</summary>
/// <param name="peers">Its process.</param>
/// <param name="stack">Which implementation: <c>oid4vc</c>, <c>credo</c>.</param>
/// <param name="id">Which of its verifiers.</param>
internal sealed class ForeignVerifier(ForeignPeers peers, string stack, string id)
{
    /// <summary>A verifier with a certificate of the foreign authority.</summary>
    public static async Task<ForeignVerifier> StartAsync(InteropTown town, string stack) =>
        new(town.Peers, stack, (string)(await town.Peers.CallAsync($"{stack}.verifier.create", new { }))!);

    /// <summary>Asks for an SD-JWT VC; gives the question's id and the link for wallets.</summary>
    /// <param name="vct">Its type.</param>
    /// <param name="anchors">The roots of the issuers that count, base64 DER.</param>
    /// <param name="claims">The claims asked for, each a path with slashes.</param>
    public Task<(string Id, string Link)> AskAsync(string vct, IEnumerable<string> anchors, params string[] claims) =>
        AskAsync(new { id = "card", format = "dc+sd-jwt", meta = new { vct_values = new[] { vct } }, claims = claims.Select(claim => new { path = claim.Split('/') }) }, anchors);

    /// <summary>Asks for an mdoc; gives the question's id and the link for wallets.</summary>
    /// <param name="documentType">Its document type, and the name space of what is asked for.</param>
    /// <param name="anchors">The roots of the issuers that count, base64 DER.</param>
    /// <param name="elements">The elements asked for.</param>
    public Task<(string Id, string Link)> AskForMdocAsync(string documentType, IEnumerable<string> anchors, params string[] elements) =>
        AskAsync(new { id = "card", format = "mso_mdoc", meta = new { doctype_value = documentType }, claims = elements.Select(element => new { path = new[] { documentType, element } }) }, anchors);

    /// <summary>The claims it accepted, of an mdoc the elements by name space; fails the test when it accepted none.</summary>
    public async Task<JsonObject> ExpectClaimsAsync(string question) => (await ExpectCredentialsAsync(question))["card"]!.AsObject();

    /// <summary>Why it accepted nothing.</summary>
    public async Task<string?> ReadErrorAsync(string question) => (string?)(await ReadAsync(question))["error"];

    /// <summary>Asks in words of its own; gives the question's id and the link for wallets.</summary>
    /// <param name="query">The DCQL query.</param>
    /// <param name="anchors">The roots of the issuers that count, base64 DER.</param>
    /// <param name="responseMode">How wallets answer: <c>direct_post.jwt</c> or <c>direct_post</c>.</param>
    /// <param name="clientIdPrefix">Under which kind of name: <c>x509_hash</c> or <c>x509_san_dns</c>.</param>
    public async Task<(string Id, string Link)> AskForAsync(object query, IEnumerable<string> anchors, string responseMode = "direct_post.jwt", string clientIdPrefix = "x509_hash")
    {
        var asked = (await peers.CallAsync($"{stack}.verifier.ask", new { peer = id, query, anchors, responseMode, clientIdPrefix }))!;
        return ((string)asked["id"]!, (string)asked["link"]!);
    }

    /// <summary>What it accepted for each credential it asked for; fails the test when it accepted nothing.</summary>
    public async Task<JsonObject> ExpectCredentialsAsync(string question)
    {
        var result = await ReadAsync(question);
        return result["credentials"]?.AsObject() ?? throw new InvalidOperationException($"The foreign verifier accepted nothing: {result["error"]}");
    }

    private Task<(string Id, string Link)> AskAsync(object credential, IEnumerable<string> anchors) => AskForAsync(new { credentials = new[] { credential } }, anchors);

    private async Task<JsonObject> ReadAsync(string question) => (await peers.CallAsync($"{stack}.verifier.result", new { peer = id, id = question }))!.AsObject();
}
