// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <forms/cell.h>
#include <forms/formhouse.h>

#include <QLineEdit>
#include <QPlainTextEdit>

namespace huiyin {

class PickPopup;

/// One line of text, frameless. Enter walks the fast path, `..` repeats the previous case's cell,
/// Ctrl+T stamps the time. While an input method composes, no key is acted on.
class TextCell : public QLineEdit, public Cell
{
    Q_OBJECT

public:
    TextCell(FieldDef field, const FormHouse &house, QWidget *parent);

    [[nodiscard]] QWidget *editor() override { return this; }

    [[nodiscard]] QJsonValue value() const override;
    [[nodiscard]] QString raw() const override;
    void setValue(const QJsonValue &value, const QString &raw) override;

    [[nodiscard]] bool composing() const override { return m_composing; }

    [[nodiscard]] Findings doubts() const override;

    void setReadOnly(bool readOnly) override { QLineEdit::setReadOnly(readOnly); }

    [[nodiscard]] int heightFor(int width) const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    /// Text of a stored value as the editor shows it.
    [[nodiscard]] virtual QString textOf(const QJsonValue &value) const;
    /// What Ctrl+T writes.
    [[nodiscard]] virtual QString stamp() const;

    virtual void leaving() {}

    void changeText(const QString &text); ///< as if typed

    FieldDef m_field;
    const FormHouse &m_house;

private:
    bool m_composing = false;
};

/// A phone: full-width digits are normalised on leaving, the number is kept readable, a doubt is a
/// warning.
class PhoneEdit : public TextCell
{
    Q_OBJECT

public:
    PhoneEdit(FieldDef field, const FormHouse &house, QWidget *parent);
    [[nodiscard]] QJsonValue value() const override;

protected:
    void leaving() override;
    [[nodiscard]] QString textOf(const QJsonValue &value) const override;
};

/// A date or a moment; keeps the text as typed where it is not understood.
class DateTimeEdit : public TextCell
{
    Q_OBJECT

public:
    DateTimeEdit(FieldDef field, const FormHouse &house, QWidget *parent);
    [[nodiscard]] QJsonValue value() const override;
    [[nodiscard]] QString raw() const override;
    [[nodiscard]] Findings doubts() const override;

protected:
    void leaving() override;
    [[nodiscard]] QString textOf(const QJsonValue &value) const override;
};

/// A person or department: names in use pop up, found by any part or by the initials of their
/// sounds.
class NameEdit : public TextCell
{
    Q_OBJECT

public:
    NameEdit(FieldDef field, const FormHouse &house, QWidget *parent);

    [[nodiscard]] PickPopup *popup() const { return m_popup; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    [[nodiscard]] QString stamp() const override;

private:
    void offer(const QString &typed);

    PickPopup *m_popup;
    QStringList m_names;
    bool m_picking = false;
};

using PersonEdit = NameEdit;
using DeptEdit = NameEdit;

/// Several lines: Tab leaves, Enter is a new line, Ctrl+Down goes on along the fast path.
class MemoCell : public QPlainTextEdit, public Cell
{
    Q_OBJECT

public:
    MemoCell(FieldDef field, const FormHouse &house, int lines, QWidget *parent);

    [[nodiscard]] QWidget *editor() override { return this; }

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value, const QString &raw) override;

    [[nodiscard]] bool composing() const override { return m_composing; }

    [[nodiscard]] Findings doubts() const override;

    void setReadOnly(bool readOnly) override { QPlainTextEdit::setReadOnly(readOnly); }

    [[nodiscard]] int heightFor(int width) const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    FieldDef m_field;
    const FormHouse &m_house;
    int m_lines;
    bool m_composing = false;
};

} // namespace huiyin
