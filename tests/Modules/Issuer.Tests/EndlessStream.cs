namespace Modellstadt.Issuer.Tests;

/// <summary>A body without end: whoever reads on reads forever, up to a bound that fails the test.</summary>
internal sealed class EndlessStream : Stream
{
    private const long Bound = 16 * 1024 * 1024;

    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        read += count;
        if (read > Bound)
            throw new InvalidOperationException("The body was read far beyond its limit.");
        buffer.AsSpan(offset, count).Fill((byte)' ');
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
