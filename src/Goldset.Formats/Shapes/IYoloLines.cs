using System.Buffers;
using Goldset.Formats.Items;

namespace Goldset.Formats.Shapes;

/// <summary>Writes what a label file says about an annotation.</summary>
internal interface IYoloLines
{
    /// <summary>Writes the lines and accounts for the regions.</summary>
    void Write(ExportItem item, IBufferWriter<byte> output, ExportReceipt receipt);
}
