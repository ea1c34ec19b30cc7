"""Prints librdkafka's own table of properties, one JSON object a line: name, side, allowed, default, importance.

The library knows its properties; `rd_kafka_conf_properties_show` writes them as a table. Descriptions are left out.
"""
import ctypes
import glob
import json
import os
import tempfile

import confluent_kafka

package = os.path.dirname(confluent_kafka.__file__)
candidates = glob.glob(os.path.join(package, "..", "confluent_kafka.libs", "librdkafka*")) + glob.glob(
    os.path.join(package, ".libs", "librdkafka*")
)
here = os.path.join(package, "..", "confluent_kafka.libs")
library = ctypes.CDLL(sorted(candidates)[0], mode=ctypes.RTLD_GLOBAL)
c = ctypes.CDLL(None)
c.fopen.restype = ctypes.c_void_p
c.fopen.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
c.fclose.argtypes = [ctypes.c_void_p]
library.rd_kafka_conf_properties_show.argtypes = [ctypes.c_void_p]
with tempfile.NamedTemporaryFile(suffix=".md") as table:
    stream = c.fopen(table.name.encode(), b"w")
    library.rd_kafka_conf_properties_show(stream)
    c.fclose(stream)
    with open(table.name, encoding="utf-8") as text:
        for line in text:
            cells = [cell.strip() for cell in line.replace("\\|", "\x00").split("|")]
            if len(cells) < 6 or cells[0] in ("Property", "") or set(cells[0]) <= set("-"):
                continue
            name, side, allowed, default, importance, description = cells[:6]
            key = {"set": "librdkafka", "name": name, "side": side, "default": default, "importance": importance}
            if allowed:
                key["allowed"] = allowed
            # The last words tell the type; an alias tells what it stands for.
            ending = description.replace("\x00", "|")
            if ending.startswith("Alias for `"):
                key["alias"] = ending.split("`")[1].split(":")[0]
            if "*Type: " in ending:
                key["type"] = ending.rsplit("*Type: ", 1)[1].rstrip("* ")
            if "DEPRECATED" in ending or "**WARNING**" in ending and "deprecated" in ending.lower():
                key["deprecated"] = "true"
            print(json.dumps(key))
