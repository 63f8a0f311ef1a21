using System.Net.Security;
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

    /// <summary>Connects and signs in.</summary>
    public async Task<MailAnswer> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.ConnectAsync(options.Host!, options.Port, Protection(options.Security), cancellationToken);
            if (options.User is { Length: > 0 } user)
                await client.AuthenticateAsync(user, options.Password ?? "", cancellationToken);
            return new MailAnswer.Taken();
        }
        catch (Exception failure) when (SmtpReplies.IsExpected(failure))
        {
            // A server that refuses the whole conversation says nothing about a single mail.
            return new MailAnswer.Later(SmtpReplies.Of(failure).Reason!);
        }
    }

    /// <summary>Gives one mail to the server.</summary>
    public async Task<MailAnswer> SendAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendAsync(mail, cancellationToken);
            return new MailAnswer.Taken();
        }
        catch (Exception failure) when (SmtpReplies.IsExpected(failure))
        {
            return SmtpReplies.Of(failure);
        }
    }

    /// <summary>Says goodbye, as far as the server still listens.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (client.IsConnected)
                await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception failure) when (SmtpReplies.IsExpected(failure))
        {
            // The mails were answered one by one; a lost goodbye changes nothing.
            client.Dispose();
        }
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

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
