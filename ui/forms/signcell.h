// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <forms/textcell.h>

#include <QJsonObject>

class QAction;

namespace huiyin {

class RefusalPanel;

/// A signature: Space or Ctrl+T writes the acting person and the moment; a typed name signs for
/// that person; F7 or the button at the edge takes down who refuses to sign, before whom and why.
class SignCell : public TextCell
{
    Q_OBJECT

public:
    SignCell(FieldDef field, const FormHouse &house, QWidget *parent);
    [[nodiscard]] QJsonValue value() const override;

    [[nodiscard]] QString raw() const override { return {}; }

    void setValue(const QJsonValue &value, const QString &raw) override;
    void setReadOnly(bool readOnly) override;

    /// Opens the entry of a refusal below the box.
    void askRefusal();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] QString stamp() const override;
    [[nodiscard]] QString textOf(const QJsonValue &value) const override;

private:
    void take(const QJsonObject &signature);

    QJsonObject m_signed;
    QAction *m_refuse;
    RefusalPanel *m_panel = nullptr;
};

} // namespace huiyin
