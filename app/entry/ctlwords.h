// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>

#include <QJsonValue>
#include <QString>
#include <QVector>

// The words people read where JSON has identifiers.
namespace huiyin::ctl {

/// 计时中, 按时, 迟达 …
[[nodiscard]] QString clockStateLabel(ClockState state, bool chinese);

/// The name on the roster, with the id behind it; the id alone for somebody not on it.
[[nodiscard]] QString personLabel(const QVector<Person> &roster, const QString &id);

/// A stored value as a person reads it: choices by their labels, moments to the minute, money in
/// yuan.
[[nodiscard]] QString
fieldText(const FieldCatalogue &catalogue, const QString &field, const QJsonValue &v, bool chinese);

/// What became of a row of an import: 收入, 存疑, 拒绝, 重复, 空行, 表头.
[[nodiscard]] QString importActionLabel(const QString &action, bool chinese);

/// What the access log notes: 查看, 检索, 打印, 导出, 显示全部.
[[nodiscard]] QString accessLabel(const QString &what, bool chinese);

/// Names of the pack's roles; an id the pack does not know stands for itself.
[[nodiscard]] QString
rolesLabel(const Regulation &regulation, const QStringList &roles, bool chinese);

/// Who keeps out of complaints about himself: everybody by the house's rule, by the pack's, or as
/// each step says.
[[nodiscard]] QString recusalLabel(bool byHouse, bool byPack, bool chinese);

} // namespace huiyin::ctl
