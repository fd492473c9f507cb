using System.Buffers;
using System.Text;
using Goldset.Formats.Items;
using Goldset.Formats.Media;

namespace Goldset.Formats.Text;

/// <summary>CONLL2003: a line for each token with its tag, an empty line after each text.</summary>
internal sealed class ConllFormat : IExportFormat
{
    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var media = TaskMedia.Of(input, "CONLL2003", "Text");
        var receipt = new ExportReceipt();
        var items = new ItemReader(input.Config);
        var output = new ExportWriter(target(ExportFileType.Conll));
        output.Write("-DOCSTART- -X- O\n"u8);
        await foreach (var task in input.Tasks.ReadForItemsAsync(cancellationToken).ConfigureAwait(false))
        {
            using var document = ItemReader.Parse(task);
            var found = items.Read(document.RootElement, receipt);
            // All items of a task are about one text.
            var text = found.Count > 0 && media.TextOf(found[0]) is { } given ? new TokenizedText(given) : null;
            foreach (var item in found)
            {
                Write(item, text, output, receipt);
            }

            receipt.TasksOut += found.Count > 0 ? 1 : 0;
            await output.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    private static void Write(ExportItem item, TokenizedText? text, ExportWriter output, ExportReceipt receipt)
    {
        var labelled = item.Outputs.FirstOrDefault(control => control.Values[0].Tag == "Labels");
        foreach (var other in item.Outputs.Where(control => control != labelled))
        {
            receipt.LeaveOut(LeftOutReason.NotInFormat, other.Values.Count);
        }

        receipt.AnnotationsOut += item.IsAnnotated ? 1 : 0;
        if (text is null)
        {
            receipt.LeaveOut(LeftOutReason.NoFile, labelled?.Values.Count ?? 0);
            output.Write("\n"u8);
            return;
        }

        var tagger = new SpanTagger(labelled?.Values ?? [], receipt);
        foreach (var token in text.Tokens)
        {
            output.Write(token.Text);
            output.Write(" -X- _ "u8);
            output.Write(Encoding.UTF8.GetBytes(tagger.Next(token.First, token.Last)));
            output.Write("\n"u8);
        }

        tagger.Finish();
        output.Write("\n"u8);
    }
}
