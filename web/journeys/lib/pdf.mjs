// Small PDF files of plain lines, as packs and copies that someone brings.

const escaped = (line) => line.replace(/[\\()]/g, "\\$&");

/** A PDF with these pages, each a list of lines in the letters of Latin-1. */
export function pdf(pages) {
  let file = "%PDF-1.7\n";
  const starts = [];
  const object = (text) => {
    starts.push(file.length);
    file += `${starts.length} 0 obj\n${text}\nendobj\n`;
  };
  object("<< /Type /Catalog /Pages 2 0 R >>");
  object(`<< /Type /Pages /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(" ")}] /Count ${pages.length} >>`);
  object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  pages.forEach((lines, i) => {
    const shown = `BT /F1 10 Tf 12 TL 40 800 Td ${lines.map((line) => `(${escaped(line)}) '`).join(" ")} ET`;
    object(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`);
    object(`<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`);
  });
  const end = file.length;
  file += `xref\n0 ${starts.length + 1}\n0000000000 65535 f \n`;
  for (const at of starts) file += `${String(at).padStart(10, "0")} 00000 n \n`;
  file += `trailer << /Size ${starts.length + 1} /Root 1 0 R >>\nstartxref\n${end}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

/** The pages of a printed assessment with its footers, `of` of them. */
export function printed({ reference, version = "1.0", code }, of) {
  return Array.from({ length: of }, (_, i) => ["Words of the page", `${reference} v${version} · ${code} · p ${i + 1} of ${of}`]);
}
