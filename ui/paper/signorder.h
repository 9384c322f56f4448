// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <paper/fieldwords.h>
#include <rules/sheet.h>

#include <QJsonObject>
#include <QString>

namespace huiyin {

/// Who signs before whom, in the words of the sheet: 申请人 → 审批人; nothing for fewer than two.
/// \param signs  the signatures given: a place signed on the paper only is marked 手签 without one;
/// nullptr on a blank form, where every place is
[[nodiscard]] QString
signOrderText(const Sheet &sheet, const QJsonObject *signs, const FieldWords &words);

/// Signatures out of their order: a later one given while an earlier required one is missing, or
/// given before it. \error paper.sign.order (later, earlier), a warning \source forms catalogue 1.5
[[nodiscard]] Findings
signOrderFindings(const Sheet &sheet, const QJsonObject &fields, const FieldWords &words);

} // namespace huiyin
