// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/field.h>
#include <domain/finding.h>

#include <QJsonValue>
#include <QString>

#include <functional>

class QKeyEvent;
class QWidget;

namespace huiyin {

enum class Walk { Forward, Back };

/// An editor of one field inside a paper grid. The editor widget itself carries objectName = field
/// id and accessibleName = label.
class Cell
{
public:
    virtual ~Cell() = default;

    [[nodiscard]] virtual QWidget *editor() = 0;

    /// The value as in CaseFile::fields; undefined when empty or not understood.
    [[nodiscard]] virtual QJsonValue value() const = 0;

    /// The text as typed that is not (yet) a value.
    [[nodiscard]] virtual QString raw() const { return {}; }

    virtual void setValue(const QJsonValue &value, const QString &raw = {}) = 0;

    /// True while an input method composes: keys belong to it.
    [[nodiscard]] virtual bool composing() const { return false; }

    /// What the cell itself knows is doubtful (a phone with a digit missing).
    [[nodiscard]] virtual Findings doubts() const { return {}; }

    virtual void setReadOnly(bool readOnly) = 0;

    /// Height the editor likes at this width, px.
    [[nodiscard]] virtual int heightFor(int width) const = 0;

    [[nodiscard]] bool isBlank() const { return value().isUndefined() && raw().isEmpty(); }

    std::function<void()> edited;         ///< the person changed it
    std::function<void()> left;           ///< focus went away
    std::function<void(Walk)> walked;     ///< Enter or Shift+Enter: the fast path
    std::function<QJsonValue()> previous; ///< value of the same cell in the previous case, for `..`
};

} // namespace huiyin
