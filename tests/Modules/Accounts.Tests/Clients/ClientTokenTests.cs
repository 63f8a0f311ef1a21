using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts.Clients;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;

namespace Modellstadt.Accounts.Tests.Clients;

/// <summary>Programs of others: tokens by client credentials, and what opens with them.</summary>
public sealed class ClientTokenTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_client_gets_a_short_lived_token_and_opens_what_it_may_and_no_more(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var program = await ForeignProgram.MakeAsync(town, "books.read");

        var (status, said) = await program.AskAsync();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("Bearer", 600, "books.read"), ((string?)said["token_type"], (int?)said["expires_in"], (string?)said["scope"]));
        var token = (string)said["access_token"]!;
        Assert.Equal(HttpStatusCode.OK, (await program.OpenAsync(AccountsTown.ForReaders, token)).Status);
        Assert.Equal((HttpStatusCode.Forbidden, "Bearer error=\"insufficient_scope\", scope=\"books.write\""), await program.OpenAsync(AccountsTown.ForWriters, token));
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), await program.OpenAsync(AccountsTown.ForReaders, null));
    }

    [Fact]
    public async Task The_token_says_who_may_what_where_and_until_when()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, "books.read", "books.write");

        var token = CompactJws.Parse(await program.TokenAsync()).Expect();

        Assert.Equal(("ES256", "at+jwt"), (token.Header.Text("alg"), token.Header.Text("typ")));
        Assert.Equal((program.Id.ToString(), "http://localhost:5080/api/books/v1", "books.read books.write"), (token.Payload.Text("client_id"), token.Payload.Text("aud"), token.Payload.Text("scope")));
        Assert.Equal(600, token.Payload.Integer("exp") - token.Payload.Integer("iat"));
    }

    [Theory]
    [InlineData("wrong secret")]
    [InlineData("wrong client")]
    [InlineData("secret of another")]
    [InlineData("no secret")]
    [InlineData("in the form")]
    public async Task Whoever_does_not_show_the_secret_of_the_client_gets_nothing(string fault)
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, "books.read");
        var other = await ForeignProgram.MakeAsync(town, "books.read");
        await program.TokenAsync();

        var (status, said) = await (fault switch
        {
            "wrong secret" => program.SendAsync(ForeignProgram.Basic(program.Id.ToString(), program.Secret + "x"), [("grant_type", "client_credentials")]),
            "wrong client" => program.SendAsync(ForeignProgram.Basic(Guid.Empty.ToString(), program.Secret), [("grant_type", "client_credentials")]),
            "secret of another" => program.SendAsync(ForeignProgram.Basic(program.Id.ToString(), other.Secret), [("grant_type", "client_credentials")]),
            "no secret" => program.SendAsync(null, [("grant_type", "client_credentials")]),
            _ => program.SendAsync(null, [("grant_type", "client_credentials"), ("client_id", program.Id.ToString()), ("client_secret", program.Secret)]),
        });

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (status, (string?)said["error"]));
    }

    [Theory]
    [InlineData("scope", "books.write", "invalid_scope")]
    [InlineData("scope", "books.read  ", "invalid_scope")]
    [InlineData("resource", "http://localhost:5080/api/songs/v1", "invalid_target")]
    [InlineData("resource", "http://elsewhere.example/api/books/v1", "invalid_target")]
    [InlineData("grant_type", "client_credentials", "invalid_request")]
    public async Task A_wish_beyond_what_the_client_has_is_refused(string name, string value, string error)
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, "books.read");
        await program.TokenAsync(("scope", "books.read"), ("resource", "http://localhost:5080/api/books/v1"));

        var (status, said) = await program.AskAsync((name, value));

        Assert.Equal((HttpStatusCode.BadRequest, error), (status, (string?)said["error"]));
    }

    [Theory]
    [InlineData("authorization_code", "unsupported_grant_type")]
    [InlineData(null, "invalid_request")]
    public async Task Another_grant_is_refused(string? grant, string error)
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, "books.read");

        var (status, said) = await program.SendAsync(ForeignProgram.Basic(program.Id.ToString(), program.Secret), grant is null ? [] : [("grant_type", grant)]);

        Assert.Equal((HttpStatusCode.BadRequest, error), (status, (string?)said["error"]));
    }

    [Fact]
    public async Task A_token_opens_one_interface()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, "books.read", "songs.read");
        Assert.Equal("invalid_target", (string?)(await program.AskAsync()).Said["error"]);

        var token = await program.TokenAsync(("resource", "http://localhost:5080/api/books/v1"));

        Assert.Equal(HttpStatusCode.OK, (await program.OpenAsync(AccountsTown.ForReaders, token)).Status);
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer error=\"invalid_token\""), await program.OpenAsync(AccountsTown.ForListeners, token));
    }

    [Fact]
    public async Task A_token_ends_after_its_minutes()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, "books.read");
        var token = await program.TokenAsync();
        town.Time.Now += TimeSpan.FromSeconds(599);
        Assert.Equal(HttpStatusCode.OK, (await program.OpenAsync(AccountsTown.ForReaders, token)).Status);

        town.Time.Now += TimeSpan.FromSeconds(1);

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.OpenAsync(AccountsTown.ForReaders, token)).Status);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("type")]
    [InlineData("key in the header")]
    [InlineData("other key")]
    [InlineData("more scope")]
    [InlineData("oversized")]
    [Trait("attack", "13")]
    public async Task A_token_that_chooses_its_own_rules_is_refused(string fault)
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, "books.read");
        var token = await program.TokenAsync();
        Assert.Equal(HttpStatusCode.OK, (await program.OpenAsync(AccountsTown.ForReaders, token)).Status);

        var forged = Forge(town, CompactJws.Parse(token).Expect(), fault);

        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer error=\"invalid_token\""), await program.OpenAsync(AccountsTown.ForReaders, forged));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_locked_client_gets_no_token_and_those_that_are_out_end_within_a_minute(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var program = await ForeignProgram.MakeAsync(town, "books.read");
        var token = await program.TokenAsync();
        Assert.Equal(HttpStatusCode.OK, (await program.OpenAsync(AccountsTown.ForReaders, token)).Status);
        await LockElsewhereAsync(town, program.Id);
        town.Time.Now += TimeSpan.FromSeconds(59);

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.OpenAsync(AccountsTown.ForReaders, token)).Status);
        Assert.Equal("invalid_client", (string?)(await program.AskAsync()).Said["error"]);
    }

    [Fact]
    public async Task Locking_works_at_once_where_it_is_done_and_twice_is_the_same_as_once()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, "books.read");
        var token = await program.TokenAsync();
        Assert.Equal(HttpStatusCode.OK, (await program.OpenAsync(AccountsTown.ForReaders, token)).Status);

        Assert.Equal(HttpStatusCode.NoContent, await ForeignProgram.ManageAsync(town, $"{program.Id}/lock"));
        Assert.Equal(HttpStatusCode.NoContent, await ForeignProgram.ManageAsync(town, $"{program.Id}/lock"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.OpenAsync(AccountsTown.ForReaders, token)).Status);
        await using var database = await town.OpenAsync();
        Assert.Equal(["client-locked", "client-made"], database.Audit.Where(entry => entry.Subject == $"client/{program.Id}").Select(entry => entry.Action).ToList().Order());
    }

    [Fact]
    public async Task A_new_secret_ends_the_old_one_and_neither_rests_in_the_database()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, "books.read");
        using var management = town.ManagementClient();
        using var answer = await management.PostAsync($"/management/v1/clients/{program.Id}/secrets", null, Cancellation);
        var renewed = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["client_secret"]!;

        Assert.Equal("invalid_client", (string?)(await program.AskAsync()).Said["error"]);
        program.Secret = renewed;
        await program.TokenAsync();
        await using var database = await town.OpenAsync();
        Assert.Equal(ClientSecrets.HashOf(renewed), database.Clients.Single().SecretHash);
        Assert.DoesNotContain(renewed, await management.GetStringAsync("/management/v1/clients", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Handyparken", "books.read")]
    [InlineData("Park & Ruhr", " ", "books.read")]
    [InlineData("Park & Ruhr", "Handyparken", "books.burn")]
    [InlineData("Park & Ruhr", "Handyparken", null)]
    public async Task A_client_needs_a_name_a_purpose_and_scopes_that_exist(string name, string purpose, string? scope)
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        using var management = town.ManagementClient();

        using var answer = await management.PostAsJsonAsync("/management/v1/clients", new { name, purpose, scopes = scope is null ? null : new[] { scope } }, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("[]", await management.GetStringAsync("/management/v1/clients", Cancellation));
    }

    [Fact]
    public async Task Whoever_tries_secrets_is_slowed_down()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite, more: ("Accounts:ClientTokensPerMinute", "3"));
        var program = await ForeignProgram.MakeAsync(town, "books.read");
        for (var attempt = 0; attempt < 3; attempt++)
            await program.SendAsync(ForeignProgram.Basic(program.Id.ToString(), $"guess {attempt}"), [("grant_type", "client_credentials")]);

        using var form = new FormUrlEncodedContent([]);
        using var answer = await town.Client().PostAsync("/oauth/token", form, Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("60", answer.Headers.RetryAfter?.ToString());
    }

    [Fact]
    public async Task Tokens_count_on_while_their_key_changes()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, "books.read");
        var before = await program.TokenAsync();
        using var management = town.ManagementClient();
        using var rotated = await management.PostAsJsonAsync("/management/v1/keys/accounts-client-tokens/rotations", new { }, Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, rotated.StatusCode);

        town.Time.Now += TimeSpan.FromMinutes(2);
        var after = await program.TokenAsync();

        Assert.NotEqual(CompactJws.Parse(before).Expect().Header.Text("kid"), CompactJws.Parse(after).Expect().Header.Text("kid"));
        Assert.Equal(HttpStatusCode.OK, (await program.OpenAsync(AccountsTown.ForReaders, before)).Status);
        Assert.Equal(HttpStatusCode.OK, (await program.OpenAsync(AccountsTown.ForReaders, after)).Status);
    }

    /// <summary>The same token with one change.</summary>
    private static string Forge(AccountsTown town, CompactJws token, string fault)
    {
        var (header, payload) = (token.Header.DeepClone().AsObject(), token.Payload.DeepClone().AsObject());
        var ours = town.Services.GetRequiredService<ClientTokenKeys>().Current;
        using var foreign = SoftwareSigningKey.Create(town.Random.Fill);
        switch (fault)
        {
            case "none":
                header["alg"] = "none";
                return $"{Part(header)}.{Part(payload)}.";
            case "HS256":
                header["alg"] = "HS256";
                var input = $"{Part(header)}.{Part(payload)}";
                return $"{input}.{Base64Url.Encode(HMACSHA256.HashData(StrictJson.Write(ours.PublicKey.ToJson()), Encoding.ASCII.GetBytes(input)))}";
            case "type":
                header["typ"] = "JWT";
                return CompactJws.Sign(header, payload, ours);
            case "key in the header":
                header["jwk"] = foreign.PublicKey.ToJson();
                return CompactJws.Sign(header, payload, foreign);
            case "other key":
                return CompactJws.Sign(header, payload, foreign);
            case "more scope":
                payload["scope"] = "books.read books.write";
                return $"{Part(header)}.{Part(payload)}.{token.Text.Split('.')[2]}";
            default:
                payload["filler"] = new string('x', 4000);
                return CompactJws.Sign(header, payload, ours);
        }
    }

    private static string Part(JsonObject json) => Base64Url.Encode(StrictJson.Write(json));

    private static async Task LockElsewhereAsync(AccountsTown town, Guid id)
    {
        await using var database = await town.OpenAsync();
        database.Clients.Single(client => client.Id == id).LockedAt = town.Time.Now;
        await database.SaveChangesAsync(Cancellation);
    }
}
