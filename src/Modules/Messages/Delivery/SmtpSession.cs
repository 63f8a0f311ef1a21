using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Modellstadt.Messages.Delivery;

/// <summary>One conversation with the town's mail server, for several mails.</summary>
internal sealed class SmtpSession(SmtpOptions options) : IDisposable
{
    private readonly SmtpClient client = NewClient(options);

    /// <summary>True while another mail can be given.</summary>
    public bool IsOpen => client.IsConnected;

    /// <summary>Connects and signs in. A server that refuses the whole conversation says nothing about a single mail.</summary>
    public async Task<MailAnswer> OpenAsync(CancellationToken cancellationToken) => await AskAsync(async () =>
    {
        await client.ConnectAsync(options.Host!, options.Port, Protection(options.Security), cancellationToken);
        if (options.User is { Length: > 0 } user)
            await client.AuthenticateAsync(user, options.Password ?? "", cancellationToken);
    }) is { Reason: { } reason } ? new MailAnswer.Later(reason) : new MailAnswer.Taken();

    /// <summary>Gives one mail to the server.</summary>
    public Task<MailAnswer> SendAsync(MimeMessage mail, CancellationToken cancellationToken) => AskAsync(() => client.SendAsync(mail, cancellationToken));

    /// <summary>Says goodbye, as far as the server still listens: the mails were answered one by one.</summary>
    public Task CloseAsync(CancellationToken cancellationToken) => client.IsConnected ? AskAsync(() => client.DisconnectAsync(quit: true, cancellationToken)) : Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private static async Task<MailAnswer> AskAsync(Func<Task> step)
    {
        try
        {
            await step();
            return new MailAnswer.Taken();
        }
        catch (Exception failure) when (failure is SmtpCommandException or SmtpProtocolException or AuthenticationException or SslHandshakeException
            or IOException or SocketException or TimeoutException or NotSupportedException)
        {
            return SmtpReplies.Of(failure);
        }
    }

    private static SmtpClient NewClient(SmtpOptions options)
    {
        var client = new SmtpClient { Timeout = options.TimeoutSeconds * 1000 };
        if (options.Authority is { } file)
        {
            var authority = X509CertificateLoader.LoadCertificateFromFile(file);
            client.CheckCertificateRevocation = false;
            client.ServerCertificateValidationCallback = (_, certificate, _, errors) => IsCertifiedBy(authority, certificate, errors);
        }

        return client;
    }

    private static bool IsCertifiedBy(X509Certificate2 authority, X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 server || errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return false;

        using var chain = new X509Chain
        {
            ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { authority }, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true },
        };
        return chain.Build(server);
    }

    private static SecureSocketOptions Protection(SmtpSecurity security) => security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
