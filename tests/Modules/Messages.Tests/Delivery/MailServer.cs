using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using Modellstadt.Testing;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Modellstadt.Messages.Tests.Delivery;

/// <summary>A real mail server on a real port of this machine, with TLS. It answers as the test tells it.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    public const string User = "town", Password = "a-password-for-tests";

    private readonly PrivateAuthority authority = new();
    private readonly CancellationTokenSource end = new();
    private readonly Task running;

    /// <param name="tlsAtOnce">True for TLS from the first byte.</param>
    /// <param name="withTls">False for a server without TLS.</param>
    /// <param name="withSignIn">True when it takes mail only from who signs in.</param>
    public MailServer(bool tlsAtOnce = false, bool withTls = true, bool withSignIn = false)
    {
        Port = FreePort();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add((IMessageStore)new Store(this));
        services.Add((IMailboxFilter)new Mailboxes(this));
        services.Add((IUserAuthenticator)new Users());
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint =>
        {
            endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).IsSecure(tlsAtOnce).AuthenticationRequired(withSignIn);
            if (withTls)
                endpoint.Certificate(Certificate());
        }).Build();
        running = new SmtpServer.SmtpServer(options, services).StartAsync(end.Token);
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>The mails that it has taken.</summary>
    public ConcurrentQueue<MimeMessage> Mails { get; } = new();

    /// <summary>Answers to the next mails; after them it takes everything. An answer may wait.</summary>
    public ConcurrentQueue<Func<CancellationToken, Task<SmtpResponse>>> Answers { get; } = new();

    /// <summary>What it says to a recipient before it sees the mail; null when it takes everybody.</summary>
    public Func<string, SmtpResponse?>? AboutRecipient { get; set; }

    /// <summary>The town's settings that lead here.</summary>
    public (string Key, string Value)[] Settings(string security = "StartTls", string? password = null) =>
    [
        ("Messages:Smtp:Host", "localhost"), ("Messages:Smtp:Port", $"{Port}"), ("Messages:Smtp:Security", security), ("Messages:Smtp:Authority", authority.RootFile),
        ("Messages:Smtp:From", "buergerservice@town.example"), ("Messages:Smtp:TimeoutSeconds", "2"),
        .. password is null ? [] : new[] { ("Messages:Smtp:User", User), ("Messages:Smtp:Password", password) },
    ];

    public void AnswerNext(SmtpResponse answer) => Answers.Enqueue(_ => Task.FromResult(answer));

    /// <summary>Hangs up and listens no more.</summary>
    public async Task StopAsync()
    {
        await end.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        end.Dispose();
        authority.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private X509Certificate2 Certificate()
    {
        using var read = X509Certificate2.CreateFromPemFile(authority.CertificateFile, authority.KeyFile);
        return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class Store(MailServer server) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            var answer = server.Answers.TryDequeue(out var told) ? await told(cancellationToken) : SmtpResponse.Ok;
            if (answer.ReplyCode is SmtpReplyCode.Ok)
                server.Mails.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(buffer.ToArray()), cancellationToken));
            return answer;
        }
    }

    private sealed class Mailboxes(MailServer server) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            server.AboutRecipient?.Invoke($"{to.User}@{to.Host}") is { } refusal ? throw new SmtpResponseException(refusal) : Task.FromResult(true);
    }

    private sealed class Users : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
            Task.FromResult(user == User && password == Password);
    }
}
