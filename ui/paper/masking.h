// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/field.h>

#include <QJsonObject>
#include <QString>

namespace huiyin {

/// A private text made unrecognisable, its kind still to be seen: 张**, 138****8000. Masking twice
/// changes nothing.
[[nodiscard]] QString maskedText(const QString &text, Privacy privacy);

/// The values with every private one masked, and masked too where another text repeats it: a name
/// in the story, a telephone in a remark.
[[nodiscard]] QJsonObject maskedFields(const QJsonObject &fields, const FieldCatalogue &catalogue);

} // namespace huiyin
