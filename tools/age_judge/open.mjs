// Opens a package with the implementation of age by the author of the format, which shares no code
// with pyrage. Arguments: the file of the secret key, the package, where to write the archive.
import { Decrypter } from "age-encryption";
import fs from "node:fs";

const [identity, sealed, archive] = process.argv.slice(2);
const decrypter = new Decrypter();
decrypter.addIdentity(fs.readFileSync(identity, "utf8").trim());
fs.writeFileSync(archive, await decrypter.decrypt(new Uint8Array(fs.readFileSync(sealed))));
