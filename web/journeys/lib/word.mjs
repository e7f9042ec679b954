// Makes a Word file of a table, as a council's older form is laid out: a zip file whose parts are kept as they are.

function checksum(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

// header is the record of one part: before its bytes, or in the list at the end of the file.
function header(name, bytes, at) {
  const listed = at !== undefined;
  const head = Buffer.alloc(listed ? 46 : 30);
  head.writeUInt32LE(listed ? 0x02014b50 : 0x04034b50, 0);
  const from = listed ? 6 : 4;
  head.writeUInt16LE(20, from);
  head.writeUInt32LE(checksum(bytes), from + 10);
  head.writeUInt32LE(bytes.length, from + 14);
  head.writeUInt32LE(bytes.length, from + 18);
  head.writeUInt16LE(name.length, from + 22);
  if (listed) head.writeUInt32LE(at, 42);
  return Buffer.concat([head, Buffer.from(name)]);
}

function zip(parts) {
  const file = [];
  const list = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text);
    const local = header(name, bytes);
    list.push(header(name, bytes, at));
    file.push(local, bytes);
    at += local.length + bytes.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(list.length, 8);
  end.writeUInt16LE(list.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...file, directory, end]);
}

const cell = (text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;

/** A Word file with one table of these rows, ready for a file field. */
export function olderForm(rows) {
  const table = rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("");
  const text = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl>${table}</w:tbl></w:body></w:document>`;
  return { name: "older-form.docx", mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", buffer: zip({ "word/document.xml": text }) };
}
