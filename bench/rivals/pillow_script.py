"""One decode a photograph at the smallest scale that serves, then one resize a placement: the best a Pillow script does."""

import io
import json
import os
import sys

from PIL import Image, ImageCms, ImageOps

Image.MAX_IMAGE_PIXELS = None
job = json.loads(sys.argv[1])
srgb = ImageCms.createProfile("sRGB")
os.makedirs(job["out"], exist_ok=True)
for path in job["photographs"]:
    image = Image.open(path)
    turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    width, height = image.size[::-1] if turned else image.size
    scale = max(max(p["width"] / width, p["height"] / height) for p in job["placements"])
    image.draft("RGB", (int(image.size[0] * scale), int(image.size[1] * scale)))
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    if profile:
        image = ImageCms.profileToProfile(image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), srgb)
    for p in job["placements"]:
        name = os.path.splitext(os.path.basename(path))[0] + "_" + p["id"] + ".jpg"
        fitted = ImageOps.fit(image, (p["width"], p["height"]), Image.Resampling.LANCZOS)
        fitted.save(os.path.join(job["out"], name), quality=job["quality"], icc_profile=None)
print(json.dumps({"files": len(job["photographs"]) * len(job["placements"])}))
